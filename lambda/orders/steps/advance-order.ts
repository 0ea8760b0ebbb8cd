import type { Order, OrderStatus } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';
import { type ChangeResult, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of advancing an order. */
export interface Advance {
  /** `OVERTAKEN` if another actor has claimed the order: the order is left to that actor. */
  readonly result: ChangeResult | 'OVERTAKEN';
  /** The order as it was read: an advance changes neither its lines nor its payment. */
  readonly order: Order;
}

/** Advances an order from one of these statuses, once: a repeated call finds the order advanced and returns the same. */
export async function advanceOrder(
  store: OrderStore,
  orderId: string,
  from: readonly OrderStatus[],
  change: OrderChange,
): Promise<Advance> {
  const order = await orderOf(store, orderId);
  if (isAdvanced(order, change)) return { result: 'CHANGED', order };
  if (!from.includes(order.status)) return { result: 'OVERTAKEN', order };
  return { result: await store.change(order, change), order };
}

/** Returns true if an order was advanced by this change, and not by that of another actor. */
function isAdvanced(order: Order, { to, reason = order.reason, execution = order.execution }: OrderChange): boolean {
  return order.status === to && order.reason === reason && order.execution === execution;
}
