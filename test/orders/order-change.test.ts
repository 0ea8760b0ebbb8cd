import { ORDER_STATUSES, type OrderStatus } from '../../lambda/orders/order.ts';
import { changed, UnexpectedOrderStatus } from '../../lambda/orders/order-change.ts';
import { anOrder } from './an-order.ts';

const ALLOWED: [OrderStatus, OrderStatus][] = [
  ['PLACED', 'RESERVED'],
  ['PLACED', 'REJECTED'],
  ['PLACED', 'FAILED'],
  ['RESERVED', 'SHIPPED'],
  ['RESERVED', 'FAILED'],
  ['SHIPPED', 'REFUND_REQUESTED'],
  ['REFUND_REQUESTED', 'REFUNDED'],
  ['REFUND_REQUESTED', 'NEEDS_ATTENTION'],
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
