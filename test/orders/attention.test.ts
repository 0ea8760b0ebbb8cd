import { attentionReason } from '../../lambda/orders/safety-net/attention-reason.ts';
import { compensateEndedExecution } from '../../lambda/orders/safety-net/compensate-ended-execution.ts';
import { compensateOrder } from '../../lambda/orders/safety-net/compensate-order.ts';
import { needAttention } from '../../lambda/orders/safety-net/need-attention.ts';
import { voidPayment } from '../../lambda/orders/steps/void-payment.ts';
import { InMemoryPayments } from '../payments/in-memory-payments.ts';
import { anOrder } from './an-order.ts';
import { InMemoryApprovals } from './approvals/in-memory-approvals.ts';
import { inMemory } from './in-memory-step.ts';
import { InMemoryShipments } from './shipments/in-memory-shipments.ts';
import { InMemoryOrders } from './store/in-memory-orders.ts';

const { orderId } = anOrder();
const ANSWER = `asked to void 2500 EUR as ${orderId}-charge, the payment provider answers VOIDED 2501 EUR as ${orderId}-charge`;
const REASON = `PaymentContradiction: ${ANSWER}`;
/** The error as Lambda reports it to Step Functions. */
const CAUSE = JSON.stringify({ errorType: 'PaymentContradiction', errorMessage: ANSWER, trace: ['at tok_visa'] });

async function platform(different: Parameters<typeof anOrder>[0] = { status: 'CHARGED' }) {
  const store = new InMemoryOrders();
  await store.accept(anOrder(different), { idempotencyKey: 'key', payloadHash: 'hash', orderId });
  const payments = new InMemoryPayments();
  await payments.charge({ key: `${orderId}-charge`, amount: 2_500, currency: 'EUR', token: 'tok_visa' });
  const reported: string[] = [];
  const report = (_: string, reason: string) => void reported.push(reason);
  const ports = { store, payments, shipments: new InMemoryShipments(), approvals: new InMemoryApprovals(), report };
  const ended = (error: string, cause: string | null) =>
    inMemory(
      compensateEndedExecution,
      ports,
    )({
      detail: { name: `${orderId}-purchase`, status: 'FAILED', error, cause, input: JSON.stringify({ orderId }) },
    });
  return { ...ports, ports, ended, reported, balance: async () => (await payments.ledger(orderId)).balance };
}

test('the workflow hands over an order with the answer that contradicts it, and not with the stack trace', async () => {
  const { ports, store, reported } = await platform();
  await inMemory(needAttention, ports)({ orderId, error: 'PaymentContradiction', failure: { Cause: CAUSE } });
  expect(await store.find(orderId)).toMatchObject({ status: 'NEEDS_ATTENTION', reason: REASON });
  expect(reported).toEqual([REASON]);
});

test('an order that is handed over waits for no approval, also if the request for it arrives later', async () => {
  const { ports, approvals } = await platform({ status: 'AWAITING_APPROVAL' });
  await inMemory(needAttention, ports)({ orderId, error: 'SomeError' });
  const [requestedAt, expiresAt] = ['2026-01-01T10:00:00.000Z', '2026-01-02T10:00:00.000Z'];
  await approvals.open({ ...{ orderId, token: 'token', attempt: 0 }, requestedAt, expiresAt });
  expect(await approvals.pending(requestedAt, 10)).toEqual({ items: [] });
});

test('the approval of an order that is settled otherwise stays as it is', async () => {
  const { ports, approvals } = await platform({ status: 'SHIPPED' });
  await inMemory(needAttention, ports)({ orderId, error: 'SomeError' });
  expect(await approvals.find(orderId)).toBeUndefined();
});

test('any other error is the reason by its name, also from an execution of an earlier release', async () => {
  const { ports, store } = await platform();
  await inMemory(needAttention, ports)({ orderId, error: 'PaymentRefused' });
  expect(await store.find(orderId)).toMatchObject({ status: 'NEEDS_ATTENTION', reason: 'PaymentRefused' });
});

test('an execution that ended with a contradiction is handed over, and the provider is not asked again', async () => {
  const { ended, store, reported, balance } = await platform();
  expect(await ended('PaymentContradiction', CAUSE)).toEqual({ status: 'NEEDS_ATTENTION' });
  expect(await store.find(orderId)).toMatchObject({ status: 'NEEDS_ATTENTION', reason: REASON });
  expect([reported, await balance()]).toEqual([[REASON], 2_500]);
});

test('the workflow compensates an order, and the error is the reason', async () => {
  const { ports, store, balance } = await platform();
  expect(await inMemory(compensateOrder, ports)({ orderId, error: 'States.Timeout' })).toEqual({ status: 'FAILED' });
  expect(await store.find(orderId)).toMatchObject({ status: 'FAILED', reason: 'States.Timeout' });
  expect(await balance()).toBe(0);
});

test('an order that the workflow has handed over is not reported again', async () => {
  const { ended, reported } = await platform({ status: 'NEEDS_ATTENTION' });
  expect(await ended('PaymentContradiction', CAUSE)).toEqual({ status: 'NEEDS_ATTENTION' });
  expect(reported).toEqual([]);
});

test('an ended execution is handed over if the provider contradicts its compensation', async () => {
  const { ended, payments, store, reported } = await platform();
  payments.wrong = 'another amount';
  expect(await ended('SomeError', null)).toEqual({ status: 'NEEDS_ATTENTION' });
  expect(await store.find(orderId)).toMatchObject({ status: 'NEEDS_ATTENTION', reason: REASON });
  expect(reported).toEqual([REASON]);
});

test('the step that voids a payment compares the answer with the order', async () => {
  const { ports, payments } = await platform({ status: 'CANCELLING' });
  payments.wrong = 'another amount';
  await expect(inMemory(voidPayment, ports)({ orderId })).rejects.toThrow(ANSWER);
});

test.each([
  ['no cause', undefined],
  ['a cause that is not JSON', '<html>'],
  ['a cause without a message', '{}'],
])('the reason of a contradiction with %s says where the answer is', (_, cause) => {
  const reason = attentionReason({ error: 'PaymentContradiction', cause });
  expect(reason).toBe('PaymentContradiction: the answer is in the log of the function');
});

test('a reason has a limited length', () => {
  const cause = JSON.stringify({ errorMessage: 'x'.repeat(1_000) });
  expect(attentionReason({ error: 'PaymentContradiction', cause })).toHaveLength(300);
});
