import { refundCharge, voidCharge } from '../../payments/provider/order-charge.ts';
import { PAYMENT_PROVIDER_SETTINGS, type PaymentProvider } from '../../payments/provider/payment-provider.ts';
import type { Settings } from '../../platform/settings.ts';
import { step } from '../../platform/step.ts';
import type { Approvals } from '../approvals/approvals.ts';
import type { Order, OrderStatus } from '../domain/order.ts';
import { COMPENSATION_CLAIMS, changed, isSettled, type OrderChange } from '../domain/order-change.ts';
import { REJECTIONS } from '../domain/order-reason.ts';
import type { Shipments } from '../shipments/shipments.ts';
import { executionInCharge } from '../start/workflow-input.ts';
import { releasing } from '../steps/record-outcome.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, orderOf } from '../store/order-store.ts';

/** The settings of a function that compensates orders. */
export const COMPENSATION_SETTINGS = [
  ...ORDER_STORE_SETTINGS,
  ...PAYMENT_PROVIDER_SETTINGS,
  'SHIPMENTS_TABLE',
  'APPROVALS_TABLE',
] as const;

/** Values of the settings of a function that compensates orders. */
export type CompensationSettings = Settings<(typeof COMPENSATION_SETTINGS)[number]>;

/** Ports of a function that compensates orders. */
export interface CompensateOrderPorts {
  readonly store: OrderStore;
  readonly payments: PaymentProvider;
  readonly shipments: Shipments;
  readonly approvals: Approvals;
}

/** Result of a compensation. */
export interface Compensation {
  readonly status: OrderStatus;
  /** True if the order was settled before, or if another execution is in charge of it. */
  readonly leftAlone: boolean;
}

/**
 * Claims an order, undoes its steps in reverse order, and records its end; an order that is settled stays as it is.
 *
 * With the name of an execution that has ended, leaves an order that another execution is in charge of. Continues the compensation of an order that is claimed. Completes the steps that can no longer be undone: parcels that
 * have left, a refund that was requested.
 */
export async function compensate(
  ports: CompensateOrderPorts,
  orderId: string,
  error: string,
  execution?: string,
): Promise<Compensation> {
  const found = await orderOf(ports.store, orderId);
  const { status } = found;
  if (isSettled(status)) return { status, leftAlone: true };
  if (execution && execution !== executionInCharge(found)) return { status, leftAlone: true };

  const order = await claimed(ports.store, found, error);

  const change = await undo(ports, order);
  await ports.store.change(order, change);
  return { status: change.to, leftAlone: false };
}

/** Input of the step. */
export interface CompensateOrderInput {
  readonly orderId: string;
  readonly error: string;
  /** The name of the execution; executions of an earlier release do not name themselves. */
  readonly execution?: string;
}

/** Undoes an order of the workflow. */
export const compensateOrder = step({
  entry: 'orders/compensate-order',
  settings: COMPENSATION_SETTINGS,
  run:
    (ports: CompensateOrderPorts) =>
    async ({ orderId, error, execution }: CompensateOrderInput) => ({
      status: (await compensate(ports, orderId, error, execution)).status,
    }),
});

/** Claims an order that is under way: no step acts on it any more. The other statuses are claims themselves. */
async function claimed(store: OrderStore, order: Order, error: string): Promise<Order> {
  const to = COMPENSATION_CLAIMS[order.status];
  if (!to) return order;
  const claim = { to, reason: error };
  await store.change(order, claim);
  // The end of the compensation sets the time of the last change.
  return changed(order, claim, new Date(order.changedAt));
}

async function undo(ports: CompensateOrderPorts, order: Order): Promise<OrderChange> {
  const { payments, shipments, approvals } = ports;
  const { orderId, status } = order;
  if (status === 'REFUND_REQUESTED') {
    await refundCharge(payments, order);
    return { to: 'REFUNDED', stock: 'restock' };
  }
  if (status === 'FAILING_SHIPPING' && (await shipments.cancel(orderId)) === 'DISPATCHED') {
    return { to: 'SHIPPED', stock: 'ship' };
  }
  // An order that has ended needs no decision: a request that is still in flight then has no effect.
  await approvals.end(orderId, 'CANCELLED', 'the order workflow');
  // If the order was never charged, this blocks its key: a charge that is still in flight then has no effect.
  await voidCharge(payments, order);
  if (status === 'CANCELLING') return { to: 'CANCELLED', ...releasing(order) };
  const rejected = REJECTIONS.some((reason) => reason === order.reason);
  return { to: rejected ? 'REJECTED' : 'FAILED', ...releasing(order) };
}
