import { UnexpectedOrderStatus } from './order-change.ts';
import { type OrderStore, orderOf } from './order-store.ts';
import type { Outcome } from './workflow-input.ts';

/**
 * Decides whether an order's refund is due: it is, for an order that was shipped and asked back.
 *
 * @throws UnexpectedOrderStatus for an order nobody asked back
 */
export async function refund(store: OrderStore, orderId: string): Promise<Outcome> {
  const order = await orderOf(store, orderId);
  if (order.status !== 'REFUND_REQUESTED' && order.status !== 'REFUNDED') {
    throw new UnexpectedOrderStatus(order, 'REFUND_REQUESTED');
  }
  return 'REFUND_DUE';
}
