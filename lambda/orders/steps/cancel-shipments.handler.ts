import { shipmentsFromEnvironment } from '../shipments/dynamo-shipments.ts';

const shipments = shipmentsFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({ outcome: await shipments.cancel(orderId) });
