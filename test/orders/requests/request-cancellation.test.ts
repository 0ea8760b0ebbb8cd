import type { OrderStatus } from '../../../lambda/orders/domain/order.ts';
import { requestCancellation } from '../../../lambda/orders/requests/request-cancellation.ts';
import { anOrder } from '../an-order.ts';
import { InMemoryApprovals } from '../approvals/in-memory-approvals.ts';
import { InMemoryOrders } from '../store/in-memory-orders.ts';

async function orderWith(status: OrderStatus) {
  const store = new InMemoryOrders();
  const order = anOrder({ status });
  await store.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  const ports = { store, approvals: new InMemoryApprovals(), tokens: { succeed: async () => {} } };
  const request = () => requestCancellation(ports, order.customerId, order.orderId);
  return { request, found: () => store.find(order.orderId) };
}

test.each<OrderStatus>(['CANCELLING', 'CANCELLED'])(
  'a repeated request changes nothing and gets the same answer: the order is %s',
  async (status) => {
    const { request, found } = await orderWith(status);
    expect(await request()).toEqual({ kind: 'REQUESTED' });
    expect(await found()).toMatchObject({ status, version: 1 });
  },
);
