import { step } from '../../platform/step.ts';
import type { Shipment, Shipments } from '../shipments/shipments.ts';

/** Has a warehouse create a parcel of an order. */
export const createShipment = step({
  entry: 'orders/create-shipment',
  settings: ['SHIPMENTS_TABLE'],
  run:
    ({ shipments }: { shipments: Shipments }) =>
    async ({ orderId, warehouse, of }: Shipment) => ({
      outcome: await shipments.create({ orderId, warehouse, of }),
    }),
});
