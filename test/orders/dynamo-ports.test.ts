import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { DynamoApprovalDecisions } from '../../lambda/orders/approvals/dynamo-approval-decisions.ts';
import { DynamoApprovals } from '../../lambda/orders/approvals/dynamo-approvals.ts';
import type { OrderDecision } from '../../lambda/orders/decisions/decision-record.ts';
import { DynamoDecisions } from '../../lambda/orders/decisions/dynamo-decisions.ts';
import { DynamoOrderHistory } from '../../lambda/orders/history/dynamo-order-history.ts';
import { DynamoOrderIntake } from '../../lambda/orders/intake/dynamo-order-intake.ts';
import { DynamoProductChanges } from '../../lambda/orders/products/dynamo-product-changes.ts';
import { DynamoProducts } from '../../lambda/orders/products/dynamo-products.ts';
import { DynamoShipments } from '../../lambda/orders/shipments/dynamo-shipments.ts';
import { DynamoCircuit } from '../../lambda/payments/circuit/dynamo-circuit.ts';
import { documentClientOf } from '../aws/dynamodb/document-client.ts';
import { describeCircuit } from '../payments/circuit-contract.ts';
import { anOrder } from './an-order.ts';
import { describeApprovals } from './approvals/approvals-contract.ts';
import { describeOrderHistory } from './history/order-history-contract.ts';
import { describeProducts } from './products/products-contract.ts';
import { describeShipments } from './shipments/shipments-contract.ts';
import { answeringClient } from './store/answering-table.ts';
import { ordersInDynamo } from './store/orders-in-dynamo.ts';

const tables = {
  orders: 'orders',
  stock: 'stock',
  products: 'products',
  idempotencyKeys: 'keys',
  approvals: 'approvals',
  shipments: 'shipments',
  circuit: 'circuit',
  decisions: { name: 'decisions', years: 7 },
};
const inTables = () =>
  documentClientOf({
    orders: {
      partition: 'orderId',
      indexes: {
        deadlines: { partition: 'deadlineShard', sort: 'deadline' },
        customers: { partition: 'customerId' },
      },
    },
    stock: { partition: 'sku' },
    products: { partition: 'sku' },
    keys: { partition: 'idempotencyKey' },
    approvals: { partition: 'orderId' },
    shipments: { partition: 'orderId' },
    circuit: { partition: 'id' },
    decisions: { partition: 'subject', sort: 'id' },
  });
const { client } = inTables();
const WHERE = 'a DynamoDB in memory';

const decisions = new DynamoDecisions(client, tables.decisions);

async function recorded(orderId: string): Promise<Partial<OrderDecision>[]> {
  const query = {
    TableName: tables.decisions.name,
    KeyConditionExpression: 'subject = :subject',
    ExpressionAttributeValues: { ':subject': `order#${orderId}` },
  };
  return (await client.send(new QueryCommand(query))).Items ?? [];
}

describeApprovals(WHERE, () => ({
  approvals: new DynamoApprovals(client, tables.approvals),
  decisions: new DynamoApprovalDecisions(client, tables),
  recorded,
}));
describeCircuit(WHERE, () => new DynamoCircuit(client, tables.circuit));
describeShipments(WHERE, () => new DynamoShipments(client, tables.shipments));
describeProducts(WHERE, () => ({
  orders: ordersInDynamo(client, { tables }),
  products: new DynamoProducts(client, tables.products),
  changes: new DynamoProductChanges(client, tables),
  decisions,
}));

describeOrderHistory(WHERE, () => {
  const history = new DynamoOrderHistory(client, tables.orders);
  const orders = ordersInDynamo(client, { tables });
  return { ...orders, page: (customerId, limit, after) => history.page(customerId, limit, after) };
});

const DAY = 86_400_000;

test('a request is remembered for the days of its key, and the key is free again at their end', async () => {
  const accepted = Date.parse('2026-01-01T00:00:00Z');
  let now = accepted;
  const settings = { ...tables, rememberedDays: 2, approvalSeconds: 60 };
  const intake = new DynamoOrderIntake(inTables().client, settings, () => new Date(now));
  const request = (orderId: string) => ({ idempotencyKey: 'key', payloadHash: 'hash', orderId });
  const accept = (orderId: string) => intake.accept(anOrder({ orderId }), request(orderId));

  expect(await accept('01A')).toBe(true);
  now = accepted + 2 * DAY - 1_000;
  expect(await intake.remembered('key')).toMatchObject(request('01A'));
  expect(await accept('01B')).toBe(false);
  // DynamoDB has not deleted the item yet.
  now = accepted + 2 * DAY;
  expect(await intake.remembered('key')).toBeUndefined();
  expect(await accept('01B')).toBe(true);
  expect(await intake.remembered('key')).toMatchObject(request('01B'));
});

test('an order and the answers to its requests are read as of the last change', async () => {
  const { client, requests } = inTables();
  const orders = ordersInDynamo(client, { tables });
  await orders.find('01A');
  await orders.remembered('key');
  await new DynamoApprovals(client, tables.approvals).find('01A');
  expect(requests.map(({ input }) => [input.TableName, input.ConsistentRead])).toEqual([
    ['orders', true],
    ['keys', true],
    ['approvals', true],
  ]);
});

const CUP = { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' };

test('a product without an item of its stock can be removed', async () => {
  const { client } = inTables();
  await client.send(new PutCommand({ TableName: 'products', Item: CUP }));
  expect(await new DynamoProductChanges(client, tables).remove('CUP', 'ann')).toEqual({ kind: 'REMOVED' });
});

test.each<[string, object, (changes: DynamoProductChanges) => Promise<unknown>]>([
  ['put', {}, (changes) => changes.put(CUP, 'ann')],
  ['patch', { Item: marshall(CUP) }, (changes) => changes.patch('CUP', 1, { name: 'Big cup' }, 'ann')],
  ['removal', { Item: marshall(CUP) }, (changes) => changes.remove('CUP', 'ann')],
])('a %s of a product that always conflicts with other requests fails after five attempts', async (_, read, change) => {
  const { client, requests } = answeringClient(({ TransactItems }) =>
    TransactItems
      ? { __type: 'TransactionCanceledException', CancellationReasons: [{ Code: 'TransactionConflict' }] }
      : { ...read },
  );
  await expect(change(new DynamoProductChanges(client, tables))).rejects.toThrow('by too many requests');
  expect(requests.filter(({ TransactItems }) => TransactItems)).toHaveLength(5);
});

test('a product that is removed while it is changed stays removed', async () => {
  const { client } = inTables();
  await client.send(new PutCommand({ TableName: 'products', Item: CUP }));
  const send = async (command: TransactWriteCommand) => {
    if (command instanceof TransactWriteCommand) {
      await client.send(new DeleteCommand({ TableName: 'products', Key: { sku: 'CUP' } }));
    }
    return client.send(command);
  };
  const changes = new DynamoProductChanges({ send } as unknown as DynamoDBDocumentClient, tables);
  expect(await changes.patch('CUP', 1, { name: 'Big cup' }, 'ann')).toEqual({ kind: 'NOT_FOUND' });
  expect(await new DynamoProducts(client, 'products').find('CUP')).toBeUndefined();
});
