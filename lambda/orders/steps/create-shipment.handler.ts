import { shipmentsFromEnvironment } from '../shipments/dynamo-shipments.ts';
import type { Shipment } from '../shipments/shipments.ts';

const shipments = shipmentsFromEnvironment();

export const handler = async (shipment: Shipment) => ({ outcome: await shipments.create(shipment) });
