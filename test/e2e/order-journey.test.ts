import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Order } from '../../lambda/orders/order.ts';
import { local } from '../../lib/stages/local.ts';
import { describeDocument, describeLake, describeQueues, describeStatuses } from '../../local/demo/sights.ts';
import { type Deployed, deployed } from './deployed.ts';

const startedAt = new Date();
let platform: Deployed;
let order: Order;
const seen = () => ({ stage: local, outputs: platform.outputs, startedAt });

beforeAll(async () => {
  platform = await deployed();
});

async function stockOf(sku: string) {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));
  const { Item } = await client.send(new GetCommand({ TableName: platform.outputs.get('StockTable'), Key: { sku } }));
  return { available: Item?.available, reserved: Item?.reserved, shipped: Item?.shipped };
}

test('a purchase is shipped at the prices of the products, and its stock with it', async () => {
  const before = await stockOf('ESPRESSO-CUP');
  order = await platform.shop.purchase();
  expect(order).toMatchObject({ status: 'SHIPPED', version: 3, total: 6_490, currency: 'EUR' });
  expect(await stockOf('ESPRESSO-CUP')).toEqual({
    available: before.available - 2,
    reserved: 0,
    shipped: before.shipped + 2,
  });
  expect(await describeStatuses(seen(), order, ['PLACED', 'RESERVED', 'SHIPPED'])).toContainEqual(
    expect.stringMatching(/^PLACED .* → RESERVED .* → SHIPPED/),
  );
}, 30_000);

test('its invoice is stored, copied to the other region', async () => {
  const places = await describeDocument(seen(), order);
  expect(places).toEqual([
    expect.stringMatching(new RegExp(`^${local.region}: .*${order.orderId}.pdf`)),
    expect.stringMatching(new RegExp(`^${local.replicaRegion}: .*${order.orderId}.pdf`)),
  ]);
}, 30_000);

test('a refund brings its stock back', async () => {
  const before = await stockOf('ESPRESSO-CUP');
  order = await platform.shop.refund(order);
  expect(order).toMatchObject({ status: 'REFUNDED', version: 5 });
  expect(await stockOf('ESPRESSO-CUP')).toEqual({
    available: before.available + 2,
    reserved: 0,
    shipped: before.shipped - 2,
  });
}, 30_000);

test('each queue has received the events it subscribed to, and no other', async () => {
  expect(await describeQueues(seen(), order)).toEqual([
    'Notifications: OrderPlaced, OrderShipped, OrderRefunded',
    'Invoicing: OrderShipped',
    'Indexing: ObjectCreated',
  ]);
}, 30_000);

test('every change is in the lake', async () => {
  expect(await describeLake(seen(), order)).toEqual([
    expect.stringContaining(
      '5 Parquet records, OrderPlaced, OrderReserved, OrderShipped, OrderRefundRequested, OrderRefunded',
    ),
  ]);
}, 30_000);
