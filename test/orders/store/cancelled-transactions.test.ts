import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoOrderStore } from '../../../lambda/orders/store/dynamo-order-store.ts';
import { OrderConflict } from '../../../lambda/orders/store/order-store.ts';
import { anOrder } from '../an-order.ts';
import { answeringClient } from './answering-table.ts';

/** A store whose transactions are cancelled for these reasons, of the order and then of each article. */
function storeWith(codes: string[]): DynamoOrderStore {
  const { client } = answeringClient(() => ({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    CancellationReasons: codes.map((Code) => ({ Code })),
  }));
  return new DynamoOrderStore(client, { orders: 'orders', stock: 'stock', approvalSeconds: 3_600 });
}

const reserve = (codes: string[]) => storeWith(codes).change(anOrder(), { to: 'RESERVED', stock: 'reserve' });

test.each([
  ['another writer changed the order', ['ConditionalCheckFailed', 'None', 'None']],
  [
    'another writer changed the order, and an article is out of stock',
    ['ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'],
  ],
  ['another transaction holds the order', ['TransactionConflict', 'None', 'None']],
  [
    'another transaction holds an article, and another article is out of stock',
    ['None', 'TransactionConflict', 'ConditionalCheckFailed'],
  ],
  ['writes of an article are throttled', ['None', 'ThrottlingError', 'None']],
  ['the throughput of the orders is exceeded', ['ProvisionedThroughputExceeded', 'None', 'None']],
])('a reservation is decided again if %s', async (_, codes) => {
  await expect(reserve(codes)).rejects.toThrow(OrderConflict);
});

test('an article without enough stock is an outcome of a reservation', async () => {
  expect(await reserve(['None', 'None', 'ConditionalCheckFailed'])).toBe('OUT_OF_STOCK');
});

test('stock that cannot be released is an error', async () => {
  const cancelled = anOrder({ status: 'CANCELLING', stockReserved: true });
  const codes = ['None', 'ConditionalCheckFailed', 'None'];
  await expect(storeWith(codes).change(cancelled, { to: 'CANCELLED', stock: 'release' })).rejects.toThrow(
    TransactionCanceledException,
  );
});

test('an order that DynamoDB refuses is an error', async () => {
  await expect(reserve(['ValidationError', 'None', 'None'])).rejects.toThrow(TransactionCanceledException);
});
