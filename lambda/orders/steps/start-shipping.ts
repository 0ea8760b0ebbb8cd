import { step } from '../../platform/step.ts';
import type { Shipment } from '../shipments/shipments.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** The parcels to create; none if another actor has claimed the order. */
export interface ShippingStart {
  readonly outcome: 'SHIPPING' | 'OVERTAKEN';
  readonly shipments: Shipment[];
}

/** Starts shipping an order, one parcel per warehouse; from then on it cannot be cancelled. */
export const startShipping = step({
  entry: 'orders/start-shipping',
  settings: ORDER_STORE_SETTINGS,
  run:
    ({ store }: { store: OrderStore }) =>
    async ({ orderId }: { orderId: string }): Promise<ShippingStart> => {
      const { result, order } = await advanceOrder(store, orderId, ['CHARGED'], { to: 'SHIPPING' });
      if (result === 'OVERTAKEN') return { outcome: 'OVERTAKEN', shipments: [] };

      const warehouses = [...new Set(order.lines.map((line) => line.warehouse))].sort();
      return {
        outcome: 'SHIPPING',
        shipments: warehouses.map((warehouse) => ({ orderId, warehouse, of: warehouses.length })),
      };
    },
});
