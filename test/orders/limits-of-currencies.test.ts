import { reserveStock } from '../../lambda/orders/steps/reserve-stock.ts';
import { screenForFraud } from '../../lambda/orders/steps/screen-for-fraud.ts';
import { anOrder } from './an-order.ts';
import { InMemoryOrders } from './store/in-memory-orders.ts';

const SETTINGS = {
  ...{ ORDERS_TABLE: 'orders', STOCK_TABLE: 'stock', APPROVAL_SECONDS: '60' },
  APPROVAL_THRESHOLDS: 'EUR=100000,KWD=300000',
  FRAUD_LIMITS: 'EUR=5000000,KWD=15000000',
};

async function ordered(total: number, currency: string) {
  const store = new InMemoryOrders();
  const order = anOrder({ total, currency });
  await store.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  await store.stockArticle('CUP', 10);
  return { store, orderId: order.orderId };
}

test.each([
  [99_999, 'EUR', false],
  [100_000, 'EUR', true],
  [299_999, 'KWD', false],
  [300_000, 'KWD', true],
  // No article is sold in it any more, but orders of an earlier configuration may still be under way.
  [1, 'USD', true],
])('an order of %i minor units of %s requires an approval: %s', async (total, currency, approvalRequired) => {
  const { store, orderId } = await ordered(total, currency);
  expect(await reserveStock.run({ store }, SETTINGS)({ orderId })).toMatchObject({ approvalRequired });
});

test.each([
  [5_000_000, 'EUR', 'CLEARED'],
  [5_000_001, 'EUR', 'SUSPECTED_FRAUD'],
  [15_000_000, 'KWD', 'CLEARED'],
  [15_000_001, 'KWD', 'SUSPECTED_FRAUD'],
])('an order of %i minor units of %s is %s', async (total, currency, outcome) => {
  const { store, orderId } = await ordered(total, currency);
  expect(await screenForFraud.run({ store }, SETTINGS)({ orderId })).toEqual({ outcome });
});
