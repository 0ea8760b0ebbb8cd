import type { Order } from '../../../lambda/orders/domain/order.ts';
import { describeAttention } from '../../../ops/attention/describe-attention.ts';
import { ordersNeedingAttention } from '../../../ops/attention/orders-needing-attention.ts';
import { anOrder } from '../../orders/an-order.ts';
import { InMemoryOrders } from '../../orders/store/in-memory-orders.ts';

const [FIRST, SECOND] = ['01JD000000000000000000AAAA', '01JD000000000000000000BBBB'];

async function ordersWith(...orders: Partial<Order>[]) {
  const store = new InMemoryOrders();
  for (const order of orders.map((each) => anOrder(each))) {
    await store.accept(order, { idempotencyKey: order.orderId, payloadHash: 'hash', orderId: order.orderId });
  }
  return store;
}

test('lists the orders that need attention, the oldest first, with the next step', async () => {
  const status = 'NEEDS_ATTENTION';
  const store = await ordersWith(
    { orderId: SECOND, status, changedAt: '2026-01-02T00:00:00.000Z' },
    { orderId: FIRST, status, reason: 'PaymentRefused' },
    { status: 'FAILED' },
  );
  expect(describeAttention(await ordersNeedingAttention(store), 'dev').split('\n')).toEqual([
    '2 orders need attention in stage dev, with the total in minor units of the currency:',
    `  ${FIRST}  since 2026-01-01T10:00:00.000Z  2500 EUR  PaymentRefused`,
    `  ${SECOND}  since 2026-01-02T00:00:00.000Z  2500 EUR  no reason is recorded`,
    'Next: docs/runbook.md#orders-that-need-attention',
  ]);
});

test('does not list an order that is resolved, but still in the index', async () => {
  const store = await ordersWith({ orderId: FIRST, status: 'FAILED' });
  const needingAttention = async () => [{ orderId: FIRST, since: '2026-01-01T10:00:00.000Z' }];
  const orders = await ordersNeedingAttention(Object.assign(store, { needingAttention }));
  expect(orders).toEqual([]);
  expect(describeAttention(orders, 'dev')).toBe('No order of stage dev needs attention.');
});
