import { ORDER_STATUSES, type OrderStatus } from '../../../lambda/orders/domain/order.ts';
import {
  COMPENSATION_CLAIMS,
  changed,
  isCancellable,
  isFailing,
  isSettled,
  UnexpectedOrderStatus,
} from '../../../lambda/orders/domain/order-change.ts';
import { RESOLVED_STATUSES } from '../../../ops/resolve/resolve-options.ts';
import { anOrder } from '../an-order.ts';

const now = new Date('2026-01-02T00:00:00Z');
const ENDS: readonly OrderStatus[] = ['REJECTED', 'CANCELLED', 'FAILED', 'REFUNDED'];

function leadsTo(from: OrderStatus, to: OrderStatus): boolean {
  try {
    return changed(anOrder({ status: from }), { to }, now).status === to;
  } catch (error) {
    if (error instanceof UnexpectedOrderStatus) return false;
    throw error;
  }
}

const next = new Map(ORDER_STATUSES.map((from) => [from, ORDER_STATUSES.filter((to) => leadsTo(from, to))]));
const nextOf = (status: OrderStatus) => next.get(status) ?? [];
/** The statuses that lead to one. */
const before = (status: OrderStatus) => ORDER_STATUSES.filter((from) => nextOf(from).includes(status));

/** The statuses that an order can reach from one, without passing others. */
function reachable(from: OrderStatus, ...without: OrderStatus[]): Set<OrderStatus> {
  const seen = new Set<OrderStatus>();
  const waiting = nextOf(from).filter((status) => !without.includes(status));
  for (let status = waiting.pop(); status; status = waiting.pop()) {
    if (seen.has(status)) continue;
    seen.add(status);
    waiting.push(...nextOf(status).filter((each) => !without.includes(each)));
  }
  return seen;
}

test('a change sets the status and the time, and raises the version by one', () => {
  expect(changed(anOrder({ status: 'PLACED', version: 4 }), { to: 'RESERVED' }, now)).toMatchObject({
    status: 'RESERVED',
    version: 5,
    placedAt: '2026-01-01T10:00:00.000Z',
    changedAt: '2026-01-02T00:00:00.000Z',
  });
});

test('a change that is not allowed names the statuses from which it is', () => {
  expect(() => changed(anOrder({ status: 'PLACED' }), { to: 'CHARGED' }, now)).toThrow(
    /is PLACED, expected one of RESERVED, AWAITING_APPROVAL, CHARGING to become CHARGED$/,
  );
});

test('no order returns to an earlier status, unless a person decides', () => {
  expect(ORDER_STATUSES.filter((status) => reachable(status, 'NEEDS_ATTENTION').has(status))).toEqual([]);
});

test('a placed order can reach every other status', () => {
  expect([...reachable('PLACED'), 'PLACED'].sort()).toEqual([...ORDER_STATUSES].sort());
});

test('four statuses are final, and every other leads to one of them', () => {
  expect(ORDER_STATUSES.filter((status) => nextOf(status).length === 0).sort()).toEqual([...ENDS].sort());
  const stuck = ORDER_STATUSES.filter((from) => ENDS.every((end) => from !== end && !reachable(from).has(end)));
  expect(stuck).toEqual([]);
});

test.each<[OrderStatus, OrderStatus]>([
  ['CHARGED', 'RESERVED'],
  ['SHIPPING', 'CHARGED'],
  ['SHIPPED', 'SHIPPING'],
  ['REFUND_REQUESTED', 'SHIPPED'],
])('no order becomes %s without having been %s, unless a person decides', (status, without) => {
  expect(reachable('PLACED', without, 'NEEDS_ATTENTION')).not.toContain(status);
});

test('an order is claimed for its charge while its stock is reserved, with or without an approval', () => {
  expect(before('AWAITING_APPROVAL')).toEqual(['RESERVED']);
  expect(before('CHARGING').sort()).toEqual(['AWAITING_APPROVAL', 'RESERVED']);
});

test('an order is charged after a claim, or without one by an execution of an earlier release', () => {
  expect(before('CHARGED').sort()).toEqual(['AWAITING_APPROVAL', 'CHARGING', 'RESERVED']);
});

test('a customer can cancel an order until its shipment starts', () => {
  expect(ORDER_STATUSES.filter(isCancellable).sort()).toEqual(
    ['AWAITING_APPROVAL', 'CHARGED', 'CHARGING', 'FAILING_CHARGED', 'FAILING_PLACED', 'PLACED', 'RESERVED'].sort(),
  );
  expect(before('CANCELLING')).toEqual(ORDER_STATUSES.filter(isCancellable));
});

test('an order is rejected before it is charged, or because a parcel cannot be shipped', () => {
  expect(before('REJECTED').sort()).toEqual([
    ...['AWAITING_APPROVAL', 'CHARGING', 'FAILING_SHIPPING'],
    ...['PLACED', 'RESERVED'],
  ]);
});

test('every order under way can be handed over to a person, and no settled one', () => {
  expect(before('NEEDS_ATTENTION')).toEqual(ORDER_STATUSES.filter((status) => !isSettled(status)));
});

test('a person ends an order as if the platform had undone or completed it', () => {
  expect(nextOf('NEEDS_ATTENTION').sort()).toEqual([...RESOLVED_STATUSES].sort());
});

test.each<[OrderStatus, OrderStatus]>([
  ['CANCELLING', 'CANCELLED'],
  ['REFUND_REQUESTED', 'REFUNDED'],
])('an order that is %s becomes %s or is handed over, and nothing else becomes it', (asked, done) => {
  expect(nextOf(asked).sort()).toEqual([done, 'NEEDS_ATTENTION'].sort());
  expect(before(done)).toEqual(ORDER_STATUSES.filter((status) => [asked, 'NEEDS_ATTENTION'].includes(status)));
});

test('a compensation claims an order in every status under way that is no claim already', () => {
  const requested: OrderStatus[] = ['CANCELLING', 'REFUND_REQUESTED'];
  const underWay = ORDER_STATUSES.filter((status) => !isSettled(status) && !isFailing(status));
  expect(Object.keys(COMPENSATION_CLAIMS).sort()).toEqual(
    underWay.filter((status) => !requested.includes(status)).sort(),
  );
  for (const [from, to] of Object.entries(COMPENSATION_CLAIMS)) expect(nextOf(from as OrderStatus)).toContain(to);
});

test('an order fails after a compensation has claimed it, or by a person', () => {
  expect(before('FAILED').sort()).toEqual([...ORDER_STATUSES.filter(isFailing), 'NEEDS_ATTENTION'].sort());
});

test('an order that ships after all has no reason to fail', () => {
  const order = anOrder({ status: 'FAILING_SHIPPING', reason: 'States.Timeout' });
  expect(changed(order, { to: 'SHIPPED' }, now)).not.toHaveProperty('reason');
  expect(changed(order, { to: 'FAILED' }, now)).toHaveProperty('reason', 'States.Timeout');
});
