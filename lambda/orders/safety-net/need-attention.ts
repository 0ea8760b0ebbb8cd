import { isSettled } from '../domain/order-change.ts';
import { type OrderStore, orderOf } from '../store/order-store.ts';

/** Hands an order over to a person: undoing it could not finish. */
export async function needAttention(store: OrderStore, orderId: string, error: string): Promise<void> {
  const order = await orderOf(store, orderId);
  if (!isSettled(order.status)) await store.change(order, { to: 'NEEDS_ATTENTION', reason: error });
}
