import type { Order, OrderStatus } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';
import type { OrderReason } from '../domain/order-reason.ts';
import { type OrderStore, orderOf } from '../store/order-store.ts';

/** What came of an order. */
export type Outcome = OrderReason | 'SHIPPED' | 'REFUNDED';

/** Where an order may be by the time an outcome is recorded, or recorded again: its customer was faster. */
const OVERTAKEN_BY: Partial<Record<OrderStatus, readonly OrderStatus[]>> = {
  REJECTED: ['CANCELLING', 'CANCELLED'],
  SHIPPED: ['REFUND_REQUESTED', 'REFUNDED'],
};

/** Records what came of an order, with what it does to the stock; a second time it changes nothing. */
export async function recordOutcome(store: OrderStore, orderId: string, outcome: Outcome): Promise<OrderStatus> {
  const order = await orderOf(store, orderId);
  const change = changeFor(order, outcome);
  if (order.status === change.to || OVERTAKEN_BY[change.to]?.includes(order.status)) return order.status;

  await store.change(order, change);
  return change.to;
}

function changeFor(order: Order, outcome: Outcome): OrderChange {
  switch (outcome) {
    case 'SHIPPED':
      return { to: 'SHIPPED', stock: 'ship' };
    case 'REFUNDED':
      return { to: 'REFUNDED', stock: 'restock' };
    case 'CANCELLED_BY_CUSTOMER':
      return { to: 'CANCELLED', ...releasing(order) };
    default:
      return { to: 'REJECTED', reason: outcome, ...releasing(order) };
  }
}

/** Gives back the stock that is held for an order, and no other. */
export function releasing(order: Order): Pick<OrderChange, 'stock'> {
  return order.stockReserved ? { stock: 'release' } : {};
}
