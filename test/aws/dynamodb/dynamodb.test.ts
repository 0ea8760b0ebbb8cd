import { DynamoDb } from './dynamodb.ts';
import { isTrue, updated } from './expression.ts';

const item = { sku: { S: 'CUP' }, count: { N: '9' }, of: { SS: ['north', 'south'] } };
const request = {
  ExpressionAttributeNames: { '#of': 'of' },
  ExpressionAttributeValues: { ':ten': { N: '10' }, ':cup': { S: 'CUP' }, ':west': { SS: ['west'] } },
};

test.each([
  ['sku = :cup', true],
  ['sku <> :cup', false],
  // Numbers are compared as numbers, and never with texts.
  ['count < :ten', true],
  ['sku < :ten', false],
  ['missing >= :ten', false],
  ['attribute_exists(#of) AND attribute_not_exists(missing)', true],
  ['attribute_not_exists(#of) OR count >= :ten OR sku = :cup', true],
  ['attribute_not_exists(missing) AND (count >= :ten OR attribute_not_exists(sku))', false],
  ['size(#of) < :ten', true],
])('the condition "%s" is %s', (condition, expected) => {
  expect(isTrue(condition, item, request)).toBe(expected);
});

test.each([
  ['SET count = count - :ten', { count: { N: '-1' } }],
  ['SET first = if_not_exists(first, :ten) + :ten, sku = :cup', { first: { N: '20' } }],
  ['ADD #of :west, added :ten SET sku = :cup', { of: { SS: ['north', 'south', 'west'] }, added: { N: '10' } }],
])('updates an item by "%s"', (expression, expected) => {
  expect(updated(expression, item, request)).toEqual({ ...item, ...expected });
});

test.each([
  'begins_with(sku, :cup)',
  'a.b = :cup',
  'sku = :cup AND',
  'sku BETWEEN :cup AND :cup',
  'NOT sku = :cup',
  'sku = :unknown',
])('refuses the condition "%s"', (condition) => {
  expect(() => isTrue(condition, item, request)).toThrow(/is not simulated|does not define/);
});

test('refuses an update, a table and an operation that it does not know', () => {
  const dynamo = new DynamoDb({ stock: { partition: 'sku' } });
  expect(() => updated('DELETE sku :sku', item, request)).toThrow('is not simulated');
  expect(() => dynamo.answer('GetItem', { TableName: 'orders', Key: {} })).toThrow('there is no table orders');
  expect(() => dynamo.answer('DescribeTable', { TableName: 'stock' })).toThrow('is not simulated');
});

test('pages through the items of an index, in the sequence of its key and with its attributes alone', () => {
  const byCount = { partition: 'kind', sort: 'count', projected: [] };
  const dynamo = new DynamoDb({ stock: { partition: 'sku', indexes: { byCount } } });
  for (const count of ['10', '9', '8']) {
    const Item = { sku: { S: `CUP-${count}` }, kind: { S: 'cup' }, count: { N: count }, name: { S: 'Cup' } };
    dynamo.answer('PutItem', { TableName: 'stock', Item });
  }
  const query = {
    TableName: 'stock',
    IndexName: 'byCount',
    KeyConditionExpression: 'kind = :kind',
    ExpressionAttributeValues: { ':kind': { S: 'cup' } },
    Limit: 2,
  };
  const first = dynamo.answer('Query', query) as { Items: object[]; LastEvaluatedKey: object };
  expect(first.Items).toEqual([
    { sku: { S: 'CUP-8' }, kind: { S: 'cup' }, count: { N: '8' } },
    { sku: { S: 'CUP-9' }, kind: { S: 'cup' }, count: { N: '9' } },
  ]);
  const second = dynamo.answer('Query', { ...query, ExclusiveStartKey: first.LastEvaluatedKey });
  expect(second).toEqual({ Items: [{ sku: { S: 'CUP-10' }, kind: { S: 'cup' }, count: { N: '10' } }] });
});
