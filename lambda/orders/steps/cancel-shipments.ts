import { step } from '../../platform/step.ts';
import type { Shipments } from '../shipments/shipments.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Ports of the step that cancels parcels. */
export interface CancelShipmentsPorts {
  readonly store: OrderStore;
  readonly shipments: Shipments;
}

/** Result of the step; `OVERTAKEN` if another actor has claimed the order. */
export interface CancelledShipments {
  readonly outcome: 'CANCELLED' | 'DISPATCHED' | 'OVERTAKEN';
}

/** Claims an order of which a parcel cannot be created, and cancels its parcels. */
export const cancelShipments = step({
  entry: 'orders/cancel-shipments',
  settings: [...ORDER_STORE_SETTINGS, 'SHIPMENTS_TABLE'],
  run:
    ({ store, shipments }: CancelShipmentsPorts) =>
    async ({ orderId }: { orderId: string }): Promise<CancelledShipments> => {
      const claim = { to: 'FAILING_SHIPPING', reason: 'SHIPMENT_FAILED' } as const;
      const { result } = await advanceOrder(store, orderId, ['SHIPPING'], claim);
      return { outcome: result === 'OVERTAKEN' ? 'OVERTAKEN' : await shipments.cancel(orderId) };
    },
});
