import { hasKnownStatus } from '../domain/order.ts';
import { isSettled } from '../domain/order-change.ts';
import { type OrderStore, storedOrderOf } from '../store/order-store.ts';

/**
 * Hands an order over to a person: undoing it could not finish.
 *
 * An order in a status of a newer release stays as it is; the person is notified all the same.
 */
export async function needAttention(store: OrderStore, orderId: string, error: string): Promise<void> {
  const order = await storedOrderOf(store, orderId);
  if (!hasKnownStatus(order)) return;
  if (!isSettled(order.status)) await store.change(order, { to: 'NEEDS_ATTENTION', reason: error });
}
