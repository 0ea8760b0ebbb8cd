import type { PublicOrderStatus } from '../../../lambda/orders/contract/public-status.ts';
import type { OrderStatus } from '../../../lambda/orders/domain/order.ts';
import { requestRefund } from '../../../lambda/orders/requests/request-refund.ts';
import { anOrder } from '../an-order.ts';
import { InMemoryOrders } from '../store/in-memory-orders.ts';

async function orderWith(status: OrderStatus) {
  const orders = new InMemoryOrders();
  const order = anOrder({ status });
  await orders.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  const request = (customerId = order.customerId) => requestRefund(orders, customerId, order.orderId);
  return { request, status: async () => (await orders.find(order.orderId))?.status };
}

test('the refund of a shipped order is accepted', async () => {
  const { request, status } = await orderWith('SHIPPED');
  expect(await request()).toEqual({ kind: 'REQUESTED' });
  expect(await status()).toBe('REFUND_REQUESTED');
});

test('repeated and concurrent requests change the order once', async () => {
  const { request } = await orderWith('SHIPPED');
  expect(await Promise.all([request(), request()])).toEqual([{ kind: 'REQUESTED' }, { kind: 'REQUESTED' }]);
  expect(await request()).toEqual({ kind: 'REQUESTED' });
});

test.each<[OrderStatus, PublicOrderStatus]>([
  ['PLACED', 'PLACED'],
  ['RESERVED', 'PLACED'],
  ['REJECTED', 'REJECTED'],
  ['FAILED', 'FAILED'],
])('an order that is %s is refused as %s', async (before, shown) => {
  const { request, status } = await orderWith(before);
  expect(await request()).toEqual({
    kind: 'REFUSED',
    reason: expect.stringContaining(`is ${shown}; only a SHIPPED`),
  });
  expect(await status()).toBe(before);
});

test('a repeated request after the refund changes nothing, and gets the same answer', async () => {
  const { request, status } = await orderWith('REFUNDED');
  expect(await request()).toEqual({ kind: 'REQUESTED' });
  expect(await status()).toBe('REFUNDED');
});

test("another customer's order is not found, and does not change", async () => {
  const { request, status } = await orderWith('SHIPPED');
  expect(await request('AIDASOMEBODY')).toEqual({ kind: 'NOT_FOUND' });
  expect(await status()).toBe('SHIPPED');
});
