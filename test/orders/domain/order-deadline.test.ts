import type { OrderStatus } from '../../../lambda/orders/domain/order.ts';
import { deadlineOf } from '../../../lambda/orders/domain/order-deadline.ts';
import { anOrder } from '../an-order.ts';

const APPROVAL_SECONDS = 3_600;
const changedAt = '2026-01-01T10:00:00.000Z';
const deadline = (status: OrderStatus, shipNotBefore?: string) =>
  deadlineOf(anOrder({ status, changedAt, ...(shipNotBefore && { shipNotBefore }) }), APPROVAL_SECONDS);

test('an order is overdue a quarter of an hour after its last change', () => {
  expect(deadline('PLACED')).toBe('2026-01-01T10:15:00.000Z');
  expect(deadline('CHARGED')).toBe('2026-01-01T10:15:00.000Z');
});

test('an order that waits for an approval is overdue after the time limit of the approval', () => {
  expect(deadline('AWAITING_APPROVAL')).toBe('2026-01-01T11:15:00.000Z');
});

test('a paid order is overdue after its date of shipment, if that is later', () => {
  expect(deadline('CHARGED', '2026-01-04T08:00:00.000Z')).toBe('2026-01-04T08:15:00.000Z');
  expect(deadline('CHARGED', '2025-12-31T08:00:00.000Z')).toBe('2026-01-01T10:15:00.000Z');
});

test('a settled order is never overdue', () => {
  expect(deadline('SHIPPED')).toBeUndefined();
});
