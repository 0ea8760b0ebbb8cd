import { type OrderStore, orderOf } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** What came of reserving, and what the workflow chooses on next. */
export interface Reservation {
  readonly outcome: 'RESERVED' | 'OUT_OF_STOCK' | 'CANCELLED';
  /** Whether an operator must agree before the order is charged. */
  readonly approvalRequired: boolean;
  /** Before when nothing is shipped; at once without it. */
  readonly shipNotBefore?: string;
}

/** Claims a placed order and reserves the stock of all its lines, in one transaction. */
export async function reserveStock(
  store: OrderStore,
  orderId: string,
  approvalThreshold: number,
): Promise<Reservation> {
  const advance = await advanceOrder(store, orderId, ['PLACED'], { to: 'RESERVED', stock: 'reserve' });
  const { total, shipNotBefore } = await orderOf(store, orderId);
  return {
    outcome: advance === 'CHANGED' ? 'RESERVED' : advance,
    approvalRequired: total >= approvalThreshold,
    ...(shipNotBefore && { shipNotBefore }),
  };
}
