import type { Shipment } from '../shipments/shipments.ts';
import { type OrderStore, orderOf } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** What there is to ship; nothing of an order that was cancelled in time. */
export interface ShippingStart {
  readonly outcome: 'SHIPPING' | 'CANCELLED';
  readonly shipments: Shipment[];
}

/** Begins the shipment of an order, a parcel a warehouse: from here on it cannot be cancelled. */
export async function startShipping(store: OrderStore, orderId: string): Promise<ShippingStart> {
  const advance = await advanceOrder(store, orderId, ['CHARGED'], { to: 'SHIPPING' });
  if (advance === 'CANCELLED') return { outcome: 'CANCELLED', shipments: [] };

  const { lines } = await orderOf(store, orderId);
  const warehouses = [...new Set(lines.map((line) => line.warehouse))].sort();
  return {
    outcome: 'SHIPPING',
    shipments: warehouses.map((warehouse) => ({ orderId, warehouse, of: warehouses.length })),
  };
}
