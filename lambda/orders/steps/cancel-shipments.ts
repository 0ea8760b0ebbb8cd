import { step } from '../../platform/step.ts';
import type { Shipments } from '../shipments/shipments.ts';

/** Cancels the parcels of an order. */
export const cancelShipments = step({
  entry: 'orders/cancel-shipments',
  settings: ['SHIPMENTS_TABLE'],
  run:
    ({ shipments }: { shipments: Shipments }) =>
    async ({ orderId }: { orderId: string }) => ({ outcome: await shipments.cancel(orderId) }),
});
