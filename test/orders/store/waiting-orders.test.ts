import { DynamoOrderStore } from '../../../lambda/orders/store/dynamo-order-store.ts';
import { answeringClient } from './answering-table.ts';

/** An index of deadlines with two orders in each shard, each on a page of its own. */
function pagedIndex() {
  const { client, requests } = answeringClient((request) => {
    const { ExclusiveStartKey: start, ExpressionAttributeValues: values } = request as {
      ExclusiveStartKey?: { orderId: { S: string } };
      ExpressionAttributeValues: { ':shard': { S: string } };
    };
    const orderId = { S: `${values[':shard'].S}-${start ? 'second' : 'first'}` };
    const key = { orderId, deadline: { S: '2026-01-01' }, deadlineShard: values[':shard'] };
    return { Items: [key], ...(!start && { LastEvaluatedKey: key }) };
  });
  return { store: new DynamoOrderStore(client, { orders: 'orders', stock: 'stock', approvalSeconds: 1 }), requests };
}

test('overdue orders are read from every page of every shard, beginning with the given one', async () => {
  const { store, requests } = pagedIndex();
  const found = await store.overdue(new Date('2026-01-02T00:00:00Z'), 6);
  expect(found.map(({ orderId }) => orderId)).toEqual(
    [6, 7, 0, 1, 2, 3, 4, 5].flatMap((shard) => [`IN_FLIGHT#${shard}-first`, `IN_FLIGHT#${shard}-second`]),
  );
  expect(requests.map((request) => [request.IndexName, request.KeyConditionExpression])).toEqual(
    Array(16).fill(['deadlines', 'deadlineShard = :shard AND deadline < :before']),
  );
});

test('orders that need attention are read from every page', async () => {
  expect(await pagedIndex().store.needingAttention()).toEqual([
    { orderId: 'NEEDS_ATTENTION-first', since: '2026-01-01' },
    { orderId: 'NEEDS_ATTENTION-second', since: '2026-01-01' },
  ]);
});
