import { publicStatusOf } from '../contract/public-status.ts';
import { hasKnownStatus } from '../domain/order.ts';
import type { Refusal } from '../domain/refusal.ts';
import { OrderConflict, type OrderStore } from '../store/order-store.ts';

/** Requests the refund of a shipped order of this customer; a repeated request has the same result. */
export async function requestRefund(
  store: OrderStore,
  customerId: string,
  orderId: string,
): Promise<{ readonly kind: 'REQUESTED' } | Refusal> {
  const order = await store.find(orderId);
  if (order?.customerId !== customerId) return { kind: 'NOT_FOUND' };
  if (order.status === 'REFUND_REQUESTED' || order.status === 'REFUNDED') return { kind: 'REQUESTED' };
  if (!hasKnownStatus(order) || order.status !== 'SHIPPED') {
    const status = publicStatusOf(order.status);
    return { kind: 'REFUSED', reason: `Order ${orderId} is ${status}; only a SHIPPED order can be refunded.` };
  }
  try {
    await store.change(order, { to: 'REFUND_REQUESTED' });
    return { kind: 'REQUESTED' };
  } catch (error) {
    if (!(error instanceof OrderConflict)) throw error;
    return requestRefund(store, customerId, orderId);
  }
}
