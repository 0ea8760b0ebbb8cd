import { orderOf } from '../../../lambda/orders/store/order-store.ts';
import { refundCharge, voidCharge } from '../../../lambda/payments/provider/order-charge.ts';
import type { ResolvedStatus } from '../../../ops/resolve/resolve-options.ts';
import { resolveOrder } from '../../../ops/resolve/resolve-order.ts';
import type { Ports } from '../ports.ts';

/** Brings the payment and the parcels of an order that was handed over to an end, and then sets that end. */
export async function resolveByRunbook({ store, payments, shipments }: Ports, orderId: string): Promise<void> {
  const order = await orderOf(store, orderId);
  if (order.status !== 'NEEDS_ATTENTION') return;
  const resolve = (to: ResolvedStatus) => resolveOrder(store, { orderId, to, by: 'operator', why: 'explored' });

  if ((await shipments.cancel(orderId)) === 'CANCELLED') {
    await voidCharge(payments, order);
    await resolve('FAILED');
  } else if (order.stockReserved) {
    await resolve('SHIPPED');
  } else {
    // The order was shipped before: its customer has requested a refund.
    await refundCharge(payments, order);
    await resolve('REFUNDED');
  }
}
