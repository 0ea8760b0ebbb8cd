import { step } from '../../platform/step.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { isSettled } from '../domain/order-change.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, storedOrderOf } from '../store/order-store.ts';

/** The log message of a function that hands an order over to a person; an alarm filters for it. */
export const ATTENTION_MESSAGE = 'An order needs attention';

/**
 * Hands an order over to a person, because undoing it could not finish.
 *
 * An order in a status of a newer release stays as it is; the person is notified all the same.
 */
export async function handOver(store: OrderStore, orderId: string, error: string): Promise<void> {
  const order = await storedOrderOf(store, orderId);
  if (!hasKnownStatus(order)) return;
  if (!isSettled(order.status)) await store.change(order, { to: 'NEEDS_ATTENTION', reason: error });
}

/** Hands an order of the workflow over to a person. */
export const needAttention = step({
  entry: 'orders/need-attention',
  settings: ORDER_STORE_SETTINGS,
  run:
    ({ store }: { store: OrderStore }) =>
    ({ orderId, error }: { orderId: string; error: string }) =>
      handOver(store, orderId, error),
});
