import { decideApproval } from '../../../lambda/orders/approvals/decide-approval.ts';
import { requestCancellation } from '../../../lambda/orders/requests/request-cancellation.ts';
import { compensate } from '../../../lambda/orders/safety-net/compensate-order.ts';
import { type RequestApprovalInput, requestApproval } from '../../../lambda/orders/steps/request-approval.ts';
import { anOrder } from '../an-order.ts';
import { platformWith } from '../store/a-platform.ts';
import { InMemoryApprovalDecisions } from './in-memory-approval-decisions.ts';

const TEN = Date.parse('2026-01-01T10:00:00.000Z');
const MINUTE = 60_000;

/** A platform with an order that needs an approval. */
async function ordered() {
  const platform = await platformWith({ ...anOrder({ status: 'RESERVED', stockReserved: true }) });
  const answers: [string, unknown][] = [];
  const notified: string[] = [];
  const tokens = { succeed: async (token: string, output: object) => void answers.push([token, output]) };
  const operators = { notify: async (orderId: string) => void notified.push(orderId) };
  const { orderId, store, approvals } = platform;
  const request = (input: Omit<RequestApprovalInput, 'orderId'>, minutesLate = 0) => {
    const now = () => new Date(TEN + minutesLate * MINUTE);
    const ports = { store, approvals, tokens, operators, now };
    return requestApproval.run(ports, {
      ...{ ORDERS_TABLE: '', STOCK_TABLE: '', APPROVALS_TABLE: '', OPERATORS_TOPIC_ARN: '' },
      APPROVAL_SECONDS: '3600',
    })({ orderId, ...input });
  };
  const approvalDecisions = new InMemoryApprovalDecisions(approvals);
  const decide = (decision: 'APPROVED' | 'DENIED') =>
    decideApproval(
      { approvals, approvalDecisions, tokens, now: () => new Date(TEN + MINUTE) },
      orderId,
      decision,
      'ann',
    );
  return { ...platform, tokens, answers, notified, request, decide };
}

test('an order is claimed before its approval is opened', async () => {
  const { orderId, store, approvals, request } = await ordered();
  const open = approvals.open.bind(approvals);
  const claimed: unknown[] = [];
  approvals.open = async (requested) => {
    claimed.push((await store.find(orderId))?.status);
    return open(requested);
  };
  await request({ token: 'first' });
  expect(claimed).toEqual(['AWAITING_APPROVAL']);
});

test.each([
  ['a retry', { redrives: 0, retries: 1 }],
  ['a redrive, which counts retries from 0 again', { redrives: 1, retries: 0 }],
])('the decision reaches %s, though its clock is five minutes behind', async (_, attempt) => {
  const { request, decide, answers, notified, orderId } = await ordered();
  await request({ token: 'first', redrives: 0, retries: 0 });
  await request({ token: 'second', ...attempt }, -5);
  expect(await decide('APPROVED')).toEqual({ kind: 'DECIDED' });
  expect(answers).toEqual([['second', { decision: 'APPROVED' }]]);
  expect(notified).toEqual([orderId, orderId]);
});

test('a request that arrives late does not replace that of a later attempt', async () => {
  const { request, decide, answers } = await ordered();
  await request({ token: 'second', redrives: 0, retries: 1 });
  await request({ token: 'first', redrives: 0, retries: 0 }, 5);
  await decide('DENIED');
  expect(answers).toEqual([['second', { decision: 'DENIED' }]]);
});

test('an execution of an earlier release, which does not count its attempts, is answered at its last one', async () => {
  const { request, decide, answers } = await ordered();
  await request({ token: 'first' });
  await request({ token: 'second' });
  await decide('APPROVED');
  expect(answers).toEqual([['second', { decision: 'APPROVED' }]]);
});

describe('an order that ends between its claim and the request', () => {
  const ENDED = { decision: 'CANCELLED' };

  test.each(['its customer', 'a compensation'])('by %s is over at once, and no operator is asked', async (by) => {
    const { orderId, store, approvals, tokens, request, decide, answers, notified, ...platform } = await ordered();
    const open = approvals.open.bind(approvals);
    approvals.open = async (requested) => {
      if (by === 'a compensation') await compensate({ ...platform, store, approvals }, orderId, 'SomeError');
      else await requestCancellation({ store, approvals, tokens }, anOrder().customerId, orderId);
      return open(requested);
    };
    await request({ token: 'first' });
    expect(answers).toEqual([['first', ENDED]]);
    expect(notified).toEqual([]);
    expect((await approvals.pending(new Date(TEN).toISOString(), 10)).items).toEqual([]);
    expect(await decide('APPROVED')).toEqual({ kind: 'NOT_FOUND' });
  });
});

test('an execution whose order another actor has claimed stops waiting', async () => {
  const { orderId, store, approvals, tokens, request, answers, notified } = await ordered();
  await requestCancellation({ store, approvals, tokens }, anOrder().customerId, orderId);
  await request({ token: 'first' });
  expect([answers, notified]).toEqual([[['first', { decision: 'CANCELLED' }]], []]);
});
