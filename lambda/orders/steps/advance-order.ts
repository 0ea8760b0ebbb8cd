import type { OrderStatus } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';
import { type ChangeResult, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of advancing an order; `OVERTAKEN` if another actor has claimed it: the order is left to that actor. */
export type Advance = ChangeResult | 'OVERTAKEN';

/** Advances an order from one of these statuses, once: a repeated call finds the order advanced and returns the same. */
export async function advanceOrder(
  store: OrderStore,
  orderId: string,
  from: readonly OrderStatus[],
  change: OrderChange,
): Promise<Advance> {
  const order = await orderOf(store, orderId);
  const isOwnClaim = change.reason === undefined || change.reason === order.reason;
  if (order.status === change.to && isOwnClaim) return 'CHANGED';
  if (!from.includes(order.status)) return 'OVERTAKEN';
  return store.change(order, change);
}
