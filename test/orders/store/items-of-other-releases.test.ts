import type { Order } from '../../../lambda/orders/domain/order.ts';
import { isSettled } from '../../../lambda/orders/domain/order-change.ts';
import { requestCancellation } from '../../../lambda/orders/requests/request-cancellation.ts';
import { requestRefund } from '../../../lambda/orders/requests/request-refund.ts';
import { compensate } from '../../../lambda/orders/safety-net/compensate-order.ts';
import { handOver } from '../../../lambda/orders/safety-net/need-attention.ts';
import { sweepOverdueOrders } from '../../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import { chargePayment } from '../../../lambda/orders/steps/charge-payment.ts';
import { recordCharge } from '../../../lambda/orders/steps/record-charge.ts';
import { recordOutcome } from '../../../lambda/orders/steps/record-outcome.ts';
import { refundPayment } from '../../../lambda/orders/steps/refund-payment.ts';
import { reserveStock } from '../../../lambda/orders/steps/reserve-stock.ts';
import { screenForFraud } from '../../../lambda/orders/steps/screen-for-fraud.ts';
import { startShipping } from '../../../lambda/orders/steps/start-shipping.ts';
import { DynamoOrderStore } from '../../../lambda/orders/store/dynamo-order-store.ts';
import { itemOf } from '../../../lambda/orders/store/order-item.ts';
import { UnknownOrderStatus } from '../../../lambda/orders/store/order-store.ts';
import { anOrder } from '../an-order.ts';
import { InMemoryApprovals } from '../approvals/in-memory-approvals.ts';
import { inMemory } from '../in-memory-step.ts';
import { platformWith } from './a-platform.ts';
import { answeringTable } from './answering-table.ts';
import { samplesOf } from './samples.ts';

const NEXT = Object.fromEntries(samplesOf('next-release'));
const ON_HOLD = NEXT['next-release/on-hold.json'] as Record<string, unknown>;
const CHARGED = NEXT['next-release/charged.json'] as Record<string, unknown>;
const KNOWN = [...samplesOf('previous-release'), ...Object.entries(NEXT)].filter(([, item]) => item !== ON_HOLD);

const ended = { start: async () => {}, progress: async () => 'ENDED' as const };
const report = () => {};
const LIMITS = { getRemainingTimeInMillis: () => 300_000 };
const sweeper = { workflows: ended, now: () => new Date('2026-12-31T00:00:00Z'), report, record: () => {} };

/** The fields of an item that only the next release knows. */
function added({ riskScore, delivery, lines }: Record<string, unknown>) {
  const purchasePrices = (lines as { purchasePrice?: number }[]).map(({ purchasePrice }) => purchasePrice);
  return { riskScore, delivery, purchasePrices };
}

describe.each(KNOWN)('%s', (_, item) => {
  test('is settled by the compensation, and keeps the fields of its release', async () => {
    const { orderId, store, ...ports } = await platformWith(item);
    expect(isSettled((await compensate({ store, ...ports }, orderId, 'Error')).status)).toBe(true);
    expect(added(store.itemOf(orderId) ?? {})).toEqual(added(item));
  });

  test('is settled by the sweeper', async () => {
    const { orderId, store, ...ports } = await platformWith(item);
    await inMemory(sweepOverdueOrders, { ...sweeper, store, ...ports })(LIMITS);
    const order = await store.find(orderId);
    expect(isSettled(order?.status as Order['status'])).toBe(true);
  });
});

test('a rewrite in DynamoDB keeps the fields of the next release', async () => {
  const { client, requests } = answeringTable(CHARGED);
  const store = new DynamoOrderStore(client, { orders: 'orders', stock: 'stock', approvalSeconds: 3_600 });
  await store.change((await store.find(String(CHARGED.orderId))) as Order, { to: 'SHIPPING' });
  expect(requests.at(-1)).toMatchObject({
    TransactItems: [
      {
        Put: {
          Item: {
            status: { S: 'SHIPPING' },
            riskScore: { N: '17' },
            delivery: { M: { carrier: { S: 'north-post' } } },
            lines: { L: [{ M: { purchasePrice: { N: '700' } } }, { M: { purchasePrice: { N: '700' } } }] },
          },
        },
      },
    ],
  });
});

test.each<[string, object]>([
  ['a status that this release does not know', { status: 'ON_HOLD' }],
  ['a fraction of a cent', { total: 0.5 }],
  ['no means of payment', { paymentToken: undefined }],
  ['a line without a price', { lines: [{ ...anOrder().lines[0], unitPrice: undefined }] }],
])('an order with %s is not written', (_, different) => {
  expect(() => itemOf({ ...anOrder(), ...different } as Order, 3_600)).toThrow(Object.keys(different)[0]);
});

describe('an order in a status of the next release', () => {
  type Platform = Awaited<ReturnType<typeof platformWith>>;
  const wait = async () => {};
  const now = () => new Date();
  const STEPS: [string, (platform: Platform) => Promise<unknown>][] = [
    ['reserve-stock', ({ orderId, ...ports }) => inMemory(reserveStock, ports)({ orderId })],
    ['screen-for-fraud', ({ orderId, ...ports }) => inMemory(screenForFraud, ports)({ orderId })],
    ['charge-payment', ({ orderId, ...ports }) => inMemory(chargePayment, { ...ports, wait, now })({ orderId })],
    ['record-charge', ({ orderId, ...ports }) => inMemory(recordCharge, ports)({ orderId })],
    ['start-shipping', ({ orderId, ...ports }) => inMemory(startShipping, ports)({ orderId })],
    ['record-outcome', ({ orderId, ...ports }) => inMemory(recordOutcome, ports)({ orderId, outcome: 'SHIPPED' })],
    ['refund-payment', ({ orderId, ...ports }) => inMemory(refundPayment, ports)({ orderId })],
  ];

  test.each(STEPS)('is refused by %s, and does not change', async (_, step) => {
    const platform = await platformWith(ON_HOLD);
    await expect(step(platform)).rejects.toThrow(UnknownOrderStatus);
    expect(platform.store.itemOf(platform.orderId)).toEqual(ON_HOLD);
    expect(await platform.payments.ledger(platform.orderId)).toMatchObject({ balance: ON_HOLD.total });
  });

  test('is refused by the compensation before anything is undone', async () => {
    const { orderId, store, ...ports } = await platformWith(ON_HOLD);
    await expect(compensate({ store, ...ports }, orderId, 'Error')).rejects.toThrow(
      `order ${orderId} is ON_HOLD, a status that this release does not know`,
    );
    expect(store.itemOf(orderId)).toEqual(ON_HOLD);
    expect(await ports.payments.ledger(orderId)).toMatchObject({ balance: ON_HOLD.total });
  });

  test('is reported by the sweeper as handed over, and does not change', async () => {
    const { orderId, store, ...ports } = await platformWith(ON_HOLD);
    const { results } = await inMemory(sweepOverdueOrders, { ...sweeper, store, ...ports })(LIMITS);
    expect(results).toEqual({ HANDED_OVER: 1 });
    expect(store.itemOf(orderId)).toEqual(ON_HOLD);
  });

  test('does not change when the workflow hands it over', async () => {
    const { orderId, store } = await platformWith(ON_HOLD);
    await handOver({ store, approvals: new InMemoryApprovals(), report }, orderId, 'UnknownOrderStatus');
    expect(store.itemOf(orderId)).toEqual(ON_HOLD);
  });

  test('can be neither cancelled nor refunded, and shows as an order that needs attention', async () => {
    const { orderId, store, approvals } = await platformWith(ON_HOLD);
    const customerId = String(ON_HOLD.customerId);
    const tokens = { succeed: async () => {} };
    const refused = { kind: 'REFUSED', reason: expect.stringContaining('is NEEDS_ATTENTION; ') };
    expect(await requestCancellation({ store, approvals, tokens }, customerId, orderId)).toEqual(refused);
    expect(await requestRefund(store, customerId, orderId)).toEqual(refused);
    expect(store.itemOf(orderId)).toEqual(ON_HOLD);
  });
});
