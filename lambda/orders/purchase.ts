import { UnexpectedOrderStatus } from './order-change.ts';
import { type OrderStore, orderOf } from './order-store.ts';
import type { Outcome } from './workflow-input.ts';

/**
 * Claims a placed order and reserves the stock of all its lines, in one transaction.
 *
 * Delivered again, it finds the order reserved and says so.
 *
 * @throws UnexpectedOrderStatus for an order that is past being bought
 */
export async function purchase(store: OrderStore, orderId: string): Promise<Outcome> {
  const order = await orderOf(store, orderId);
  if (order.status === 'RESERVED') return 'RESERVED';
  if (order.status !== 'PLACED') throw new UnexpectedOrderStatus(order, 'PLACED or RESERVED');

  const result = await store.change(order, { to: 'RESERVED', stock: 'reserve' });
  return result === 'OUT_OF_STOCK' ? 'OUT_OF_STOCK' : 'RESERVED';
}
