import { handlerOf } from '../../platform/step.ts';
import { shipments } from '../shipments/dynamo-shipments.ts';
import { createShipment } from './create-shipment.ts';

export const handler = handlerOf(createShipment, (settings) => ({ shipments: shipments(settings) }));
