import type { OrderStatus } from './order.ts';
import type { OrderChange } from './order-change.ts';
import { type OrderStore, orderOf } from './order-store.ts';

/** How an order ends when its workflow met an error nobody expected: undone as far as it had come. */
const FAILURES: Partial<Record<OrderStatus, Omit<OrderChange, 'reason'>>> = {
  PLACED: { to: 'FAILED' },
  RESERVED: { to: 'FAILED', stock: 'release' },
  REFUND_REQUESTED: { to: 'NEEDS_ATTENTION' },
};

/** Undoes what was done for an order and records the error's name; an order that is settled stays as it is. */
export async function recordFailure(store: OrderStore, orderId: string, error: string): Promise<OrderStatus> {
  const order = await orderOf(store, orderId);
  const failure = FAILURES[order.status];
  if (!failure) return order.status;

  await store.change(order, { ...failure, reason: error });
  return failure.to;
}
