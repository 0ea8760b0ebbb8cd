import type { OrderStatus } from './order.ts';
import type { OrderChange } from './order-change.ts';
import { type OrderStore, orderOf } from './order-store.ts';
import type { Outcome } from './workflow-input.ts';

const RESULTS: Record<Outcome, OrderChange> = {
  RESERVED: { to: 'SHIPPED', stock: 'ship' },
  OUT_OF_STOCK: { to: 'REJECTED', reason: 'OUT_OF_STOCK' },
  REFUND_DUE: { to: 'REFUNDED', stock: 'restock' },
};

/** Records what came of an order, with what it does to the stock; a second time it changes nothing. */
export async function recordResult(store: OrderStore, orderId: string, outcome: Outcome): Promise<OrderStatus> {
  const order = await orderOf(store, orderId);
  const result = RESULTS[outcome];
  if (order.status !== result.to) await store.change(order, result);
  return result.to;
}
