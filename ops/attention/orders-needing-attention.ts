import type { OrderStore } from '../../lambda/orders/store/order-store.ts';

/** An order that needs attention, as an operator sees it. */
export interface OrderNeedingAttention {
  readonly orderId: string;
  /** The time at which it was handed over. */
  readonly since: string;
  /** In minor units of the currency. */
  readonly total: number;
  readonly currency: string;
  readonly reason: string;
}

/** Lists the orders that need attention, the oldest first. */
export async function ordersNeedingAttention(store: OrderStore): Promise<OrderNeedingAttention[]> {
  const waiting = await store.needingAttention();
  const found = await Promise.all(waiting.map(({ orderId }) => store.find(orderId)));
  return waiting.flatMap(({ orderId, since }, index) => {
    const order = found[index];
    // The index is eventually consistent: the order may be resolved.
    if (order?.status !== 'NEEDS_ATTENTION') return [];
    const { total, currency, reason = 'no reason is recorded' } = order;
    return [{ orderId, since, total, currency, reason }];
  });
}
