import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DeleteTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { FORGOTTEN_AT } from '../../lambda/orders/approvals/approvals.ts';
import { DynamoApprovalDecisions } from '../../lambda/orders/approvals/dynamo-approval-decisions.ts';
import { DynamoApprovals } from '../../lambda/orders/approvals/dynamo-approvals.ts';
import type { OrderDecision } from '../../lambda/orders/decisions/decision-record.ts';
import { DynamoDecisions } from '../../lambda/orders/decisions/dynamo-decisions.ts';
import { DynamoOrderHistory } from '../../lambda/orders/history/dynamo-order-history.ts';
import { DynamoProductChanges } from '../../lambda/orders/products/dynamo-product-changes.ts';
import { DynamoProducts } from '../../lambda/orders/products/dynamo-products.ts';
import { DynamoShipments } from '../../lambda/orders/shipments/dynamo-shipments.ts';
import { CUSTOMERS_INDEX, DEADLINES_INDEX } from '../../lambda/orders/store/order-item.ts';
import { DynamoCircuit } from '../../lambda/payments/circuit/dynamo-circuit.ts';
import { LISTED_ATTRIBUTES } from '../../lib/orders/orders-data-stack.ts';
import { local } from '../../lib/stages/local.ts';
import { describeApprovals } from '../orders/approvals/approvals-contract.ts';
import { describeOrderHistory } from '../orders/history/order-history-contract.ts';
import { describeProducts } from '../orders/products/products-contract.ts';
import { describeShipments } from '../orders/shipments/shipments-contract.ts';
import { describeOrderStore } from '../orders/store/order-store-contract.ts';
import { ordersInDynamo } from '../orders/store/orders-in-dynamo.ts';
import { describeOrdersOverTime } from '../orders/store/orders-over-time-contract.ts';
import { describeParallelOrders } from '../orders/store/parallel-orders-contract.ts';
import { describeCircuit } from '../payments/circuit-contract.ts';

const client = new DynamoDBClient({ region: local.region });
const documents = DynamoDBDocumentClient.from(client);
// Separate tables, because changes of the platform's tables would start workflows.
const suffix = ulid();
const tables = {
  orders: `orders-${suffix}`,
  stock: `stock-${suffix}`,
  products: `products-${suffix}`,
  idempotencyKeys: `keys-${suffix}`,
  approvals: `approvals-${suffix}`,
  shipments: `shipments-${suffix}`,
  circuit: `circuit-${suffix}`,
  decisions: `decisions-${suffix}`,
};
const KEYS = {
  orders: 'orderId',
  stock: 'sku',
  products: 'sku',
  idempotencyKeys: 'idempotencyKey',
  approvals: 'orderId',
  shipments: 'orderId',
  circuit: 'id',
  decisions: 'subject',
};

/** The table as in `OrdersDataStack`. */
const ORDERS_INDEXES = {
  AttributeDefinitions: [
    { AttributeName: 'orderId', AttributeType: 'S' },
    { AttributeName: 'customerId', AttributeType: 'S' },
    { AttributeName: 'deadlineShard', AttributeType: 'S' },
    { AttributeName: 'deadline', AttributeType: 'S' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: DEADLINES_INDEX,
      KeySchema: [
        { AttributeName: 'deadlineShard', KeyType: 'HASH' },
        { AttributeName: 'deadline', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: CUSTOMERS_INDEX,
      KeySchema: [
        { AttributeName: 'customerId', KeyType: 'HASH' },
        { AttributeName: 'orderId', KeyType: 'RANGE' },
      ],
      Projection: {
        ProjectionType: 'INCLUDE',
        NonKeyAttributes: [...LISTED_ATTRIBUTES],
      },
    },
  ],
} satisfies Partial<CreateTableCommandInput>;

/** The keys as in `OrdersDataStack`. */
const DECISIONS_KEYS = {
  KeySchema: [
    { AttributeName: 'subject', KeyType: 'HASH' },
    { AttributeName: 'id', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'subject', AttributeType: 'S' },
    { AttributeName: 'id', AttributeType: 'S' },
  ],
} satisfies Partial<CreateTableCommandInput>;

beforeAll(async () => {
  for (const [table, AttributeName] of Object.entries(KEYS)) {
    const TableName = tables[table as keyof typeof tables];
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName, KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName, AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
        ...(table === 'orders' && ORDERS_INDEXES),
        ...(table === 'decisions' && DECISIONS_KEYS),
      }),
    );
    await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 10 }, { TableName });
  }
});

afterAll(async () => {
  await Promise.all(Object.values(tables).map((TableName) => client.send(new DeleteTableCommand({ TableName }))));
});

async function recorded(orderId: string): Promise<Partial<OrderDecision>[]> {
  const query = {
    TableName: tables.decisions,
    KeyConditionExpression: 'subject = :subject',
    ExpressionAttributeValues: { ':subject': `order#${orderId}` },
  };
  return (await documents.send(new QueryCommand(query))).Items ?? [];
}

const inDynamo = (now?: () => Date) => ordersInDynamo(documents, { tables, ...(now && { now }) });

describeOrderStore('DynamoDB', inDynamo);
describeOrdersOverTime('DynamoDB', inDynamo, 3);
describeParallelOrders('DynamoDB', () => ({ orders: inDynamo(), run: (actors) => actors }), 5);
describeOrderHistory('DynamoDB', () => {
  const history = new DynamoOrderHistory(documents, tables.orders);
  return { ...inDynamo(), page: (customerId, limit, after) => history.page(customerId, limit, after) };
});
const decisionTable = { name: tables.decisions, years: 7 };
const decisions = new DynamoDecisions(documents, decisionTable);
const productChanges = new DynamoProductChanges(documents, { ...tables, decisions: decisionTable });
describeProducts('DynamoDB', () => {
  const products = new DynamoProducts(documents, tables.products);
  return { orders: inDynamo(), products, changes: productChanges, decisions };
});
describeApprovals('DynamoDB', () => ({
  approvals: new DynamoApprovals(documents, tables.approvals),
  decisions: new DynamoApprovalDecisions(documents, { ...tables, decisions: decisionTable }),
  recorded,
}));
describeCircuit('DynamoDB', () => new DynamoCircuit(documents, tables.circuit));
describeShipments('DynamoDB', () => new DynamoShipments(documents, tables.shipments));

test('a product that was written without a version has version 1', async () => {
  const products = new DynamoProducts(documents, tables.products);
  const Item = { sku: `CUP-${ulid()}`, name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' };
  await documents.send(new PutCommand({ TableName: tables.products, Item }));
  expect(await products.find(Item.sku)).toEqual({ ...Item, version: 1 });
  expect(await productChanges.patch(Item.sku, 1, { name: 'Big cup' }, 'ann')).toMatchObject({
    product: { version: 2 },
  });

  await documents.send(new PutCommand({ TableName: tables.products, Item }));
  expect(await productChanges.put(Item, 'ann')).toEqual({ kind: 'REPLACED', product: { ...Item, version: 2 } });
});

test('an approval expires thirty days after its end, and not before it ends', async () => {
  const ended = new Date('2026-01-01T10:30:00.000Z');
  const approvals = new DynamoApprovals(documents, tables.approvals, () => ended);
  const orderId = ulid();
  const kept = async () => {
    const command = new GetCommand({ TableName: tables.approvals, Key: { orderId } });
    return (await documents.send(command)).Item;
  };
  await approvals.open({ orderId, token: 'token', attempt: 0, requestedAt: '', expiresAt: '2026-01-01T11:00:00.000Z' });
  expect(await kept()).not.toHaveProperty(FORGOTTEN_AT);
  await approvals.end(orderId, 'CANCELLED', 'ann');
  expect(await kept()).toHaveProperty(FORGOTTEN_AT, Date.parse('2026-01-31T10:30:00.000Z') / 1_000);
});

test('a recorded decision expires after the years of the stage, and is not replaced', async () => {
  const [orderId, at] = [ulid(), '2026-01-01T10:30:00.000Z'];
  const decision = { kind: 'ORDER_APPROVED', orderId, by: 'ann', at } as const;
  await decisions.record(decision);
  expect(await recorded(orderId)).toMatchObject([
    { ...decision, expiresAt: Date.parse('2033-01-01T04:30:00Z') / 1_000 },
  ]);
  await expect(decisions.record({ ...decision, kind: 'ORDER_DENIED', by: 'bob' })).rejects.toThrow(
    'The conditional request failed',
  );
  expect(await recorded(orderId)).toMatchObject([decision]);
});
