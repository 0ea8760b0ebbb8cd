import { publicStatusOf } from '../contract/public-status.ts';
import { hasKnownStatus } from '../domain/order.ts';
import type { Conflict, Refusal } from '../domain/refusal.ts';
import type { OrderStore } from '../store/order-store.ts';
import { attemptOnLatest } from './attempt-on-latest.ts';

/** Requests the refund of a shipped order of this customer; a repeated request has the same result. */
export function requestRefund(
  store: OrderStore,
  customerId: string,
  orderId: string,
): Promise<{ readonly kind: 'REQUESTED' } | Refusal | Conflict> {
  return attemptOnLatest(orderId, async () => {
    const order = await store.find(orderId);
    if (order?.customerId !== customerId) return { kind: 'NOT_FOUND' };
    if (order.status === 'REFUND_REQUESTED' || order.status === 'REFUNDED') return { kind: 'REQUESTED' };
    if (!hasKnownStatus(order) || order.status !== 'SHIPPED') {
      const status = publicStatusOf(order.status);
      return { kind: 'REFUSED', reason: `Order ${orderId} is ${status}; only a SHIPPED order can be refunded.` };
    }
    await store.change(order, { to: 'REFUND_REQUESTED' });
    return { kind: 'REQUESTED' };
  });
}
