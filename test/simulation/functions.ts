import { compensateEndedExecution, endedExecution } from '../../lambda/orders/safety-net/compensate-ended-execution.ts';
import { compensateOrder } from '../../lambda/orders/safety-net/compensate-order.ts';
import { needAttention } from '../../lambda/orders/safety-net/need-attention.ts';
import { sweepOverdueOrders } from '../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import { expireApproval } from '../../lambda/orders/steps/expire-approval.ts';
import { recordCharge } from '../../lambda/orders/steps/record-charge.ts';
import { type Outcome, recordOutcome } from '../../lambda/orders/steps/record-outcome.ts';
import { requestApproval } from '../../lambda/orders/steps/request-approval.ts';
import { reserveStock } from '../../lambda/orders/steps/reserve-stock.ts';
import { screenForFraud } from '../../lambda/orders/steps/screen-for-fraud.ts';
import { startShipping } from '../../lambda/orders/steps/start-shipping.ts';
import { type OrderStore, orderOf } from '../../lambda/orders/store/order-store.ts';
import { chargePayment } from '../../lambda/payments/provider/charge-payment.ts';
import { refundPayment } from '../../lambda/payments/provider/refund-payment.ts';
import { voidPayment } from '../../lambda/payments/provider/void-payment.ts';
import type { Ports } from './ports.ts';

/** What a function of the workflow is told; each reads what it needs. */
export interface Told {
  readonly orderId: string;
  readonly token: string;
  readonly outcome: Outcome;
  readonly error: string;
  readonly warehouse: string;
  readonly of: number;
}

/** A function of the platform: the same logic that its handler wires to AWS. */
export type SimulatedFunction = (ports: Ports, told: Told, settings: Record<string, string>) => Promise<unknown>;

/** The functions, by their entry: what `<entry>.handler.ts` does, with other ports. */
export const FUNCTIONS: Record<string, SimulatedFunction> = {
  'orders/reserve-stock': ({ store }, { orderId }, { APPROVAL_THRESHOLD }) =>
    reserveStock(store, orderId, Number(APPROVAL_THRESHOLD)),
  'orders/screen-for-fraud': async ({ store }, { orderId }, { FRAUD_LIMIT }) => ({
    outcome: await screenForFraud(store, orderId, Number(FRAUD_LIMIT)),
  }),
  'orders/request-approval': (ports, { orderId, token }, { APPROVAL_SECONDS }) =>
    requestApproval(ports, orderId, token, Number(APPROVAL_SECONDS)),
  'orders/expire-approval': async ({ approvals }, { orderId }) => ({
    decision: await expireApproval(approvals, orderId),
  }),
  'orders/charge-payment': async ({ store, payments, wait }, { orderId }) => {
    const charge = await chargeOf(store, orderId);
    return { outcome: await chargePayment(payments, charge, wait) };
  },
  'orders/void-payment': async ({ payments }, { orderId }) => ({ outcome: await voidPayment(payments, orderId) }),
  'orders/refund-payment': async ({ store, payments }, { orderId }) => {
    const { amount } = await chargeOf(store, orderId);
    return { outcome: await refundPayment(payments, orderId, amount) };
  },
  'orders/record-charge': async ({ store }, { orderId }) => ({ outcome: await recordCharge(store, orderId) }),
  'orders/start-shipping': ({ store }, { orderId }) => startShipping(store, orderId),
  'orders/create-shipment': async ({ shipments }, { orderId, warehouse, of }) => ({
    outcome: await shipments.create({ orderId, warehouse, of }),
  }),
  'orders/cancel-shipments': async ({ shipments }, { orderId }) => ({ outcome: await shipments.cancel(orderId) }),
  'orders/record-outcome': async ({ store }, { orderId, outcome }) => ({
    status: await recordOutcome(store, orderId, outcome),
  }),
  'orders/compensate-order': async (ports, { orderId, error }) => ({
    status: await compensateOrder(ports, orderId, error),
  }),
  'orders/need-attention': ({ store }, { orderId, error }) => needAttention(store, orderId, error),
  'orders/compensate-ended-execution': async (ports, event: unknown) => ({
    status: await compensateEndedExecution(ports, endedExecution.parse(event)),
  }),
  'orders/sweep-overdue-orders': async (ports) => Object.fromEntries(await sweepOverdueOrders(ports)),
};

async function chargeOf(store: OrderStore, orderId: string) {
  const { total, currency, paymentToken } = await orderOf(store, orderId);
  return { orderId, amount: total, currency, token: paymentToken };
}
