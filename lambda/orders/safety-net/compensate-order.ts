import type { PaymentProvider } from '../../payments/provider/payment-provider.ts';
import { refundPayment } from '../../payments/provider/refund-payment.ts';
import { voidPayment } from '../../payments/provider/void-payment.ts';
import type { Approvals } from '../approvals/approvals.ts';
import type { Order, OrderStatus } from '../domain/order.ts';
import { isSettled, type OrderChange } from '../domain/order-change.ts';
import type { Shipments } from '../shipments/shipments.ts';
import { releasing } from '../steps/record-outcome.ts';
import { type OrderStore, orderOf } from '../store/order-store.ts';

/** What undoing an order needs of the world. */
export interface CompensateOrderPorts {
  readonly store: OrderStore;
  readonly payments: PaymentProvider;
  readonly shipments: Shipments;
  readonly approvals: Approvals;
}

/**
 * Undoes what was done for an order, in reverse order, and records the error; an order that is settled stays as it is.
 *
 * What cannot be undone any more is brought to its end instead: parcels that have left, a refund that was promised.
 */
export async function compensateOrder(
  ports: CompensateOrderPorts,
  orderId: string,
  error: string,
): Promise<OrderStatus> {
  const order = await orderOf(ports.store, orderId);
  if (isSettled(order.status)) return order.status;

  const change = await undo(ports, order, error);
  await ports.store.change(order, change);
  return change.to;
}

async function undo(ports: CompensateOrderPorts, order: Order, error: string): Promise<OrderChange> {
  const { payments, shipments, approvals } = ports;
  const { orderId, status } = order;
  if (status === 'REFUND_REQUESTED') {
    await refundPayment(payments, orderId, order.total);
    return { to: 'REFUNDED', stock: 'restock' };
  }
  if (status === 'SHIPPING' && (await shipments.cancel(orderId)) === 'DISPATCHED') {
    return { to: 'SHIPPED', stock: 'ship' };
  }
  // Nobody is to decide on an order that is no more.
  await approvals.end(orderId, 'CANCELLED', 'the order workflow');
  // The key of an order that was never charged is blocked: a charge that is still under way comes to nothing.
  await voidPayment(payments, orderId);
  if (status === 'CANCELLING') return { to: 'CANCELLED', ...releasing(order) };
  return { to: 'FAILED', reason: error, ...releasing(order) };
}
