import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { OrderChange } from '../../../lambda/orders/domain/order-change.ts';
import { DynamoOrderStore } from '../../../lambda/orders/store/dynamo-order-store.ts';
import { OrderConflict, WriteContention, WritesThrottled } from '../../../lambda/orders/store/order-store.ts';
import { anOrder } from '../an-order.ts';
import { answeringClient } from './answering-table.ts';

/** A store whose transactions are cancelled for these reasons, of the order and then of each article, so many times. */
function storeWith(codes: string[], times = Number.POSITIVE_INFINITY) {
  const limits: number[] = [];
  const { client, requests } = answeringClient(() => {
    if (requests.length > times) return {};
    return {
      __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      CancellationReasons: codes.map((Code) => ({ Code })),
    };
  });
  const tables = { orders: 'orders', stock: 'stock', approvalSeconds: 3_600 };
  const wait = async (limit: number) => void limits.push(limit);
  const store = new DynamoOrderStore(client, tables, () => new Date(), wait);
  return {
    change: (order = anOrder(), change: OrderChange = RESERVE) => store.change(order, change),
    requests,
    limits,
  };
}

const RESERVE = { to: 'RESERVED', stock: 'reserve' } as const;

test.each([
  ['alone', ['ConditionalCheckFailed', 'None', 'None']],
  ['and an article is out of stock', ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed']],
  ['and another transaction holds an article', ['ConditionalCheckFailed', 'None', 'TransactionConflict']],
])('a reservation is decided again at once if another writer changed the order, %s', async (_, codes) => {
  const { change, requests } = storeWith(codes);
  await expect(change()).rejects.toThrow(OrderConflict);
  expect(requests).toHaveLength(1);
});

const HELD = [
  ['another transaction holds the order', ['TransactionConflict', 'None', 'None'], WriteContention],
  ['another transaction holds an article', ['None', 'TransactionConflict', 'None'], WriteContention],
  [
    'another transaction holds an article, and another article is out of stock',
    ['None', 'TransactionConflict', 'ConditionalCheckFailed'],
    WriteContention,
  ],
  ['writes of an article are throttled', ['None', 'ThrottlingError', 'None'], WritesThrottled],
  ['the throughput of the orders is exceeded', ['ProvisionedThroughputExceeded', 'None', 'None'], WritesThrottled],
] as const;

test.each(HELD)('the same reservation is tried again after a random delay if %s', async (_, codes) => {
  const { change, requests, limits } = storeWith([...codes], 3);
  expect(await change()).toBe('CHANGED');
  expect(limits).toEqual([25, 50, 100]);
  // A cancelled transaction had no effect: its token is not used again.
  expect(new Set(requests.map(({ ClientRequestToken }) => ClientRequestToken)).size).toBe(4);
});

test.each(HELD)(
  'a reservation ends with a transient error of its own if, after all attempts, %s',
  async (_, codes, Ended) => {
    const { change, requests, limits } = storeWith([...codes]);
    await expect(change()).rejects.toThrow(Ended);
    expect([requests.length, limits.length]).toEqual([7, 6]);
  },
);

test('an article without enough stock is an outcome of a reservation', async () => {
  expect(await storeWith(['None', 'None', 'ConditionalCheckFailed']).change()).toBe('OUT_OF_STOCK');
});

test('stock that cannot be released is an error', async () => {
  const cancelled = anOrder({ status: 'CANCELLING', stockReserved: true });
  const { change } = storeWith(['None', 'ConditionalCheckFailed', 'None']);
  await expect(change(cancelled, { to: 'CANCELLED', stock: 'release' })).rejects.toThrow(TransactionCanceledException);
});

test.each(['ValidationError', 'ItemCollectionSizeLimitExceeded', 'DuplicateItem', 'AccessDenied'])(
  'an order that DynamoDB refuses with %s is an error',
  async (code) => {
    const { change, requests } = storeWith([code, 'None', 'None']);
    await expect(change()).rejects.toThrow(TransactionCanceledException);
    expect(requests).toHaveLength(1);
  },
);
