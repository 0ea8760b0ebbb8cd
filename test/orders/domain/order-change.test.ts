import { ORDER_STATUSES, type OrderStatus } from '../../../lambda/orders/domain/order.ts';
import { changed, UnexpectedOrderStatus } from '../../../lambda/orders/domain/order-change.ts';
import { anOrder } from '../an-order.ts';

const ALLOWED: [OrderStatus, OrderStatus][] = [
  ['PLACED', 'RESERVED'],
  ['PLACED', 'REJECTED'],
  ['PLACED', 'CANCELLING'],
  ['PLACED', 'FAILED'],
  ['PLACED', 'NEEDS_ATTENTION'],
  ['RESERVED', 'AWAITING_APPROVAL'],
  ['RESERVED', 'CHARGED'],
  ['RESERVED', 'REJECTED'],
  ['RESERVED', 'CANCELLING'],
  ['RESERVED', 'FAILED'],
  ['RESERVED', 'NEEDS_ATTENTION'],
  ['AWAITING_APPROVAL', 'CHARGED'],
  ['AWAITING_APPROVAL', 'REJECTED'],
  ['AWAITING_APPROVAL', 'CANCELLING'],
  ['AWAITING_APPROVAL', 'FAILED'],
  ['AWAITING_APPROVAL', 'NEEDS_ATTENTION'],
  ['CHARGED', 'SHIPPING'],
  ['CHARGED', 'CANCELLING'],
  ['CHARGED', 'FAILED'],
  ['CHARGED', 'NEEDS_ATTENTION'],
  ['SHIPPING', 'SHIPPED'],
  ['SHIPPING', 'REJECTED'],
  ['SHIPPING', 'FAILED'],
  ['SHIPPING', 'NEEDS_ATTENTION'],
  ['CANCELLING', 'CANCELLED'],
  ['CANCELLING', 'NEEDS_ATTENTION'],
  ['SHIPPED', 'REFUND_REQUESTED'],
  ['REFUND_REQUESTED', 'REFUNDED'],
  ['REFUND_REQUESTED', 'NEEDS_ATTENTION'],
  ['NEEDS_ATTENTION', 'FAILED'],
  ['NEEDS_ATTENTION', 'CANCELLED'],
  ['NEEDS_ATTENTION', 'REFUNDED'],
];
const PAIRS = ORDER_STATUSES.flatMap((from) => ORDER_STATUSES.map((to): [OrderStatus, OrderStatus] => [from, to]));
const isAllowed = ([from, to]: [OrderStatus, OrderStatus]) => ALLOWED.some(([a, b]) => a === from && b === to);
const now = new Date('2026-01-02T00:00:00Z');

test.each(ALLOWED)('%s leads to %s, one version on', (status, to) => {
  expect(changed(anOrder({ status, version: 4 }), { to }, now)).toMatchObject({
    status: to,
    version: 5,
    placedAt: '2026-01-01T10:00:00.000Z',
    changedAt: '2026-01-02T00:00:00.000Z',
  });
});

test.each(PAIRS.filter((pair) => !isAllowed(pair)))('%s does not lead to %s', (status, to) => {
  expect(() => changed(anOrder({ status }), { to }, now)).toThrow(UnexpectedOrderStatus);
});
