import type { OrderStatus } from '../domain/order.ts';
import { type OrderChange, UnexpectedOrderStatus } from '../domain/order-change.ts';
import { type ChangeResult, type OrderStore, orderOf } from '../store/order-store.ts';

/** Result of advancing an order; `CANCELLED` if the customer cancelled first: another execution undoes the order. */
export type Advance = ChangeResult | 'CANCELLED';

/**
 * Advances an order from one of these statuses, once: a repeated call finds the order advanced and returns the same.
 *
 * @throws UnexpectedOrderStatus for an order that is in none of them and was not cancelled
 */
export async function advanceOrder(
  store: OrderStore,
  orderId: string,
  from: readonly OrderStatus[],
  change: OrderChange,
): Promise<Advance> {
  const order = await orderOf(store, orderId);
  if (order.status === change.to) return 'CHANGED';
  if (order.status === 'CANCELLING' || order.status === 'CANCELLED') return 'CANCELLED';
  if (!from.includes(order.status)) throw new UnexpectedOrderStatus(order, from.join(' or '));
  return store.change(order, change);
}
