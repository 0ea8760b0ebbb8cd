import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { DynamoApprovals } from '../../lambda/orders/dynamo-approvals.ts';
import { DynamoOrderIntake } from '../../lambda/orders/dynamo-order-intake.ts';
import { DynamoOrderStore } from '../../lambda/orders/dynamo-order-store.ts';
import { DynamoShipments } from '../../lambda/orders/dynamo-shipments.ts';
import { local } from '../../lib/stages/local.ts';
import { describeApprovals } from '../orders/approvals-contract.ts';
import { describeOrderStore, type OrdersUnderTest } from '../orders/order-store-contract.ts';
import { describeShipments } from '../orders/shipments-contract.ts';

const client = new DynamoDBClient({ region: local.region });
const documents = DynamoDBDocumentClient.from(client);
// Tables of the test's own: the platform's would start workflows.
const suffix = ulid();
const tables = {
  orders: `orders-${suffix}`,
  stock: `stock-${suffix}`,
  idempotencyKeys: `keys-${suffix}`,
  approvals: `approvals-${suffix}`,
  shipments: `shipments-${suffix}`,
};
const KEYS = {
  orders: 'orderId',
  stock: 'sku',
  idempotencyKeys: 'idempotencyKey',
  approvals: 'orderId',
  shipments: 'orderId',
};

beforeAll(async () => {
  for (const [table, AttributeName] of Object.entries(KEYS)) {
    const TableName = tables[table as keyof typeof tables];
    await client.send(
      new CreateTableCommand({
        TableName,
        KeySchema: [{ AttributeName, KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName, AttributeType: 'S' }],
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 10 }, { TableName });
  }
});

afterAll(async () => {
  await Promise.all(Object.values(tables).map((TableName) => client.send(new DeleteTableCommand({ TableName }))));
});

function inDynamo(): OrdersUnderTest {
  const store = new DynamoOrderStore(documents, { ...tables, approvalSeconds: 3_600 });
  const intake = new DynamoOrderIntake(documents, { ...tables, rememberedDays: 1, approvalSeconds: 3_600 });
  return {
    find: (orderId) => store.find(orderId),
    change: (order, change) => store.change(order, change),
    overdue: (now) => store.overdue(now),
    remembered: (key) => intake.remembered(key),
    accept: (order, request) => intake.accept(order, request),
    stockArticle: async (sku, available) => {
      const Item = { sku, available, reserved: 0, shipped: 0 };
      await documents.send(new PutCommand({ TableName: tables.stock, Item }));
    },
    stockOf: async (sku) => {
      const { Item } = await documents.send(new GetCommand({ TableName: tables.stock, Key: { sku } }));
      return Item && { available: Item.available, reserved: Item.reserved, shipped: Item.shipped };
    },
  };
}

describeOrderStore('DynamoDB', inDynamo);
describeApprovals('DynamoDB', () => new DynamoApprovals(documents, tables.approvals));
describeShipments('DynamoDB', () => new DynamoShipments(documents, tables.shipments));
