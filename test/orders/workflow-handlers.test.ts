import type { Order, OrderStatus } from '../../lambda/orders/order.ts';
import { UnexpectedOrderStatus } from '../../lambda/orders/order-change.ts';
import { OrderNotFound } from '../../lambda/orders/order-store.ts';
import { purchase } from '../../lambda/orders/purchase.ts';
import { recordFailure } from '../../lambda/orders/record-failure.ts';
import { recordResult } from '../../lambda/orders/record-result.ts';
import { refund } from '../../lambda/orders/refund.ts';
import { anOrder } from './an-order.ts';
import { InMemoryOrders } from './in-memory-orders.ts';

const { orderId } = anOrder();

/** An order that was taken as far as a status, of an article with five pieces. */
async function ordersAt(status: OrderStatus, available = 5) {
  const orders = new InMemoryOrders();
  await orders.stockArticle('CUP', available);
  await orders.accept(anOrder(), { idempotencyKey: 'key', payloadHash: 'hash', orderId });
  const latest = async () => (await orders.find(orderId)) as Order;

  const way: [OrderStatus, () => Promise<unknown>][] = [
    ['PLACED', async () => {}],
    ['RESERVED', () => purchase(orders, orderId)],
    ['SHIPPED', () => recordResult(orders, orderId, 'RESERVED')],
    ['REFUND_REQUESTED', async () => orders.change(await latest(), { to: 'REFUND_REQUESTED' })],
    ['REFUNDED', () => recordResult(orders, orderId, 'REFUND_DUE')],
  ];
  for (const [reached, step] of way) {
    await step();
    if (reached === status) break;
  }
  return { orders, latest, stock: () => orders.stockOf('CUP') };
}

test('a purchase claims the order and reserves its stock', async () => {
  const { orders, latest, stock } = await ordersAt('PLACED');
  expect(await purchase(orders, orderId)).toBe('RESERVED');
  expect(await latest()).toMatchObject({ status: 'RESERVED', version: 2 });
  expect(await stock()).toEqual({ available: 3, reserved: 2, shipped: 0 });
});

test('a purchase that is delivered twice reserves once', async () => {
  const { orders, stock } = await ordersAt('RESERVED');
  expect(await purchase(orders, orderId)).toBe('RESERVED');
  expect(await stock()).toEqual({ available: 3, reserved: 2, shipped: 0 });
});

test('a purchase of what is out of stock is rejected with that reason, and nothing is reserved', async () => {
  const { orders, latest, stock } = await ordersAt('PLACED', 1);
  const outcome = await purchase(orders, orderId);
  expect(await recordResult(orders, orderId, outcome)).toBe('REJECTED');
  expect(await latest()).toMatchObject({ status: 'REJECTED', reason: 'OUT_OF_STOCK' });
  expect(await stock()).toEqual({ available: 1, reserved: 0, shipped: 0 });
});

test('a shipped order is not bought again by a second execution of its name', async () => {
  const { orders } = await ordersAt('SHIPPED');
  await expect(purchase(orders, orderId)).rejects.toThrow(UnexpectedOrderStatus);
});

test('a result that is recorded twice ships the stock once', async () => {
  const { orders, latest, stock } = await ordersAt('SHIPPED');
  expect(await recordResult(orders, orderId, 'RESERVED')).toBe('SHIPPED');
  expect(await latest()).toMatchObject({ version: 3 });
  expect(await stock()).toEqual({ available: 3, reserved: 0, shipped: 2 });
});

test('a refund is due for an order that was asked back, and brings its stock back', async () => {
  const { orders, stock } = await ordersAt('REFUND_REQUESTED');
  expect(await recordResult(orders, orderId, await refund(orders, orderId))).toBe('REFUNDED');
  expect(await stock()).toEqual({ available: 5, reserved: 0, shipped: 0 });
});

test('a refund of an order nobody asked back is refused', async () => {
  const { orders } = await ordersAt('SHIPPED');
  await expect(refund(orders, orderId)).rejects.toThrow(`order ${orderId} is SHIPPED, expected REFUND_REQUESTED`);
});

test.each<[OrderStatus, OrderStatus]>([
  ['PLACED', 'FAILED'],
  ['RESERVED', 'FAILED'],
  ['REFUND_REQUESTED', 'NEEDS_ATTENTION'],
  ['SHIPPED', 'SHIPPED'],
  ['REFUNDED', 'REFUNDED'],
])('an unexpected error while an order is %s leaves it %s', async (before, after) => {
  const { orders, latest } = await ordersAt(before);
  expect(await recordFailure(orders, orderId, 'SomeError')).toBe(after);
  expect((await latest()).status).toBe(after);
});

test('an unexpected error gives back what was reserved, and is recorded by its name', async () => {
  const { orders, latest, stock } = await ordersAt('RESERVED');
  await recordFailure(orders, orderId, 'SomeError');
  expect(await latest()).toMatchObject({ reason: 'SomeError' });
  expect(await stock()).toEqual({ available: 5, reserved: 0, shipped: 0 });
});

test('an order that does not exist is named', async () => {
  await expect(purchase(new InMemoryOrders(), 'nowhere')).rejects.toThrow(new OrderNotFound('nowhere'));
});
