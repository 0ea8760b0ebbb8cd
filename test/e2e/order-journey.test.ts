import type { Order } from '../../client/order-api.ts';
import { local } from '../../lib/stages/local.ts';
import { findLogLines } from '../../local/demo/function-logs.ts';
import { describeDocument, describeLake, describeQueues, describeStatuses } from '../../local/demo/observations.ts';
import { type Deployed, deployed, PATIENCE, paymentsOf } from './deployed.ts';

const startedAt = new Date();
let platform: Deployed;
let order: Order;
const seen = () => ({ stage: local, outputs: platform.outputs, startedAt, patience: PATIENCE });

beforeAll(async () => {
  platform = await deployed();
});

const stock = () => platform.articles.stock();
const ledgerOf = ({ orderId }: Order) => paymentsOf(platform, orderId);

test('a purchase is charged at the prices of the products and shipped from the stock', async () => {
  const [before] = await stock();
  order = await platform.shop.purchase();
  expect(order).toMatchObject({ status: 'SHIPPED', version: 6, total: 6_490, currency: 'EUR' });
  expect(await ledgerOf(order)).toEqual([['CHARGE', 6_490]]);
  const [after] = await stock();
  expect(after).toMatchObject({
    available: Number(before?.available) - 2,
    reserved: 0,
    shipped: Number(before?.shipped) + 2,
  });
  const statuses = ['PLACED', 'CHARGED', 'SHIPPING', 'SHIPPED'] as const;
  expect(await describeStatuses(seen(), order, [...statuses])).toContainEqual(
    expect.stringMatching(statuses.join('.*')),
  );
  const published = await findLogLines(local.region, platform.outputs.get('PublisherLog'), order.orderId);
  expect(published.map(({ status }) => status)).toEqual(statuses);
});

test('a customer does not see the payment token', async () => {
  expect(order).not.toHaveProperty('paymentToken');
});

test('its invoice is stored and replicated to the other region', async () => {
  expect(await describeDocument(seen(), order)).toEqual([
    expect.stringMatching(new RegExp(`^${local.region}: .*${order.orderId}.pdf`)),
    expect.stringMatching(new RegExp(`^${local.replicaRegion}: .*${order.orderId}.pdf`)),
  ]);
});

test('a refund returns the payment and the stock, once', async () => {
  const [before] = await stock();
  order = await platform.shop.refund(order);
  expect(order).toMatchObject({ status: 'REFUNDED', version: 8 });
  // A second request changes nothing.
  expect(await platform.shop.refund(order)).toEqual(order);
  expect(await ledgerOf(order)).toEqual([
    ['CHARGE', 6_490],
    ['REFUND', -6_490],
  ]);
  const [after] = await stock();
  expect(after).toMatchObject({ available: Number(before?.available) + 2, shipped: Number(before?.shipped) - 2 });
});

test('each queue has received the events it subscribed to, and no other', async () => {
  expect(await describeQueues(seen(), order)).toEqual([
    'Notifications: OrderPlaced, OrderShipped, OrderRefunded',
    'Invoicing: OrderShipped',
    'Indexing: ObjectCreated',
  ]);
});

test('every change of the public status is in the lake', async () => {
  expect(await describeLake(seen(), order)).toEqual([
    expect.stringMatching(
      '6 Parquet records, OrderPlaced, OrderCharged, OrderShipping, OrderShipped, OrderRefundRequested, OrderRefunded',
    ),
  ]);
});
