import type { OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Records that an order is paid; `CANCELLED` where its customer was first, and the payment is being undone. */
export async function recordCharge(store: OrderStore, orderId: string): Promise<'CHARGED' | 'CANCELLED'> {
  const advance = await advanceOrder(store, orderId, ['RESERVED', 'AWAITING_APPROVAL'], { to: 'CHARGED' });
  return advance === 'CANCELLED' ? 'CANCELLED' : 'CHARGED';
}
