import type { Order } from '../../../lambda/orders/domain/order.ts';
import { STOCK } from '../journeys.ts';
import { ORDER_ID } from './cast.ts';
import type { PlatformState } from './platform.ts';

const FINAL: readonly string[] = ['REJECTED', 'CANCELLED', 'FAILED', 'REFUNDED'];

/** Returns the invariants that one state violates, as sentences; they hold at every moment. */
export function violationsIn({ orders, payments, shipments }: PlatformState): string[] {
  const { status, total, stockReserved, lines } = orders.orders.get(ORDER_ID) as Order;
  const entries = [...payments.values()].flatMap((payment) => payment.entries);
  const balance = entries.reduce((sum, { amount }) => sum + amount, 0);
  const charges = entries.filter(({ kind }) => kind === 'CHARGE').length;
  const parcels = shipments.get(ORDER_ID);
  const gone = parcels !== undefined && !parcels.cancelled && parcels.created.size >= parcels.of;
  const violations: string[] = [];
  const expect = (holds: boolean, sentence: string) => holds || violations.push(sentence);

  expect(charges <= 1, `the order is charged ${charges} times`);
  expect(balance === 0 || balance === total, `the order of ${total} has a balance of ${balance}`);
  expect(status !== 'SHIPPED' || balance === total, `the order is SHIPPED with a balance of ${balance}`);
  expect(!FINAL.includes(status) || balance === 0, `the order is ${status} with a balance of ${balance}`);
  expect(
    !gone || balance === total || ['REFUND_REQUESTED', 'REFUNDED', 'NEEDS_ATTENTION'].includes(status),
    `the parcels have left, the order is ${status} and its balance is ${balance}`,
  );
  expect(status !== 'SHIPPED' || gone, 'the order is SHIPPED, and its parcels have not left');
  expect(
    !gone || !['REJECTED', 'CANCELLED', 'FAILED'].includes(status),
    `the parcels have left, and the order is ${status}`,
  );
  for (const { sku, quantity } of lines) {
    const count = orders.stock.get(sku) ?? { available: 0, reserved: 0, shipped: 0 };
    expect(
      count.available + count.reserved + count.shipped === STOCK && Math.min(...Object.values(count)) >= 0,
      `the stock of ${sku} does not add up to ${STOCK}: ${JSON.stringify(count)}`,
    );
    const held = stockReserved ? quantity : 0;
    expect(count.reserved === held, `the order holds ${held} of ${sku}, of which ${count.reserved} are reserved`);
  }
  expect(!stockReserved || !FINAL.includes(status), `the order is ${status} and holds stock`);
  return violations;
}

/** Returns the invariants that a step violates: an order that has ended does not change. */
export function violationsBetween(before: PlatformState, after: PlatformState): string[] {
  const [from, to] = [before, after].map(({ orders }) => orders.orders.get(ORDER_ID) as Order) as [Order, Order];
  return from !== to && FINAL.includes(from.status) ? [`the order was ${from.status} and became ${to.status}`] : [];
}

/** Returns the invariants that a state violates in which no actor acts any more. */
export function violationsAtEnd({ orders, approvals }: PlatformState, ends: readonly string[]): string[] {
  const { status } = orders.orders.get(ORDER_ID) as Order;
  const waits = [...approvals.values()].some(({ end }) => !end);
  return [
    ...(ends.includes(status) ? [] : [`the order ends ${status}, expected ${ends.join(' or ')}`]),
    ...(waits ? [`the order is ${status} and still waits for an approval`] : []),
  ];
}
