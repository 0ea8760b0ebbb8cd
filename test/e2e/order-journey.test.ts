import { local } from '../../lib/stages/local.ts';
import type { Order } from '../../local/client/order-api.ts';
import { Ledger } from '../../local/demo/ledger.ts';
import { describeDocument, describeLake, describeQueues, describeStatuses } from '../../local/demo/sights.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';

const MACHINE = [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }];
const TIMEOUT = 30_000;

const startedAt = new Date();
let platform: Deployed;
let ledger: Ledger;
let order: Order;
const seen = () => ({ stage: local, outputs: platform.outputs, startedAt, patience: PATIENCE });

beforeAll(async () => {
  platform = await deployed();
  ledger = await Ledger.of(local, platform.outputs);
});

const stock = () => platform.articles.stock();
const ledgerOf = async ({ orderId }: Order) =>
  (await ledger.entriesOf(orderId)).map(({ kind, amount }) => [kind, amount]);

test(
  'a purchase is charged and shipped at the prices of the products, and its stock with it',
  async () => {
    const [before] = await stock();
    order = await platform.shop.purchase();
    expect(order).toMatchObject({ status: 'SHIPPED', version: 5, total: 6_490, currency: 'EUR' });
    expect(await ledgerOf(order)).toEqual([['CHARGE', 6_490]]);
    const [after] = await stock();
    expect(after).toMatchObject({
      available: Number(before?.available) - 2,
      reserved: 0,
      shipped: Number(before?.shipped) + 2,
    });
    const statuses = ['PLACED', 'RESERVED', 'CHARGED', 'SHIPPING', 'SHIPPED'] as const;
    expect(await describeStatuses(seen(), order, [...statuses])).toContainEqual(
      expect.stringMatching(statuses.join('.*')),
    );
  },
  TIMEOUT,
);

test('the means of payment is told to nobody', async () => {
  expect(order).not.toHaveProperty('paymentToken');
});

test(
  'its invoice is stored, and copied to the other region',
  async () => {
    expect(await describeDocument(seen(), order)).toEqual([
      expect.stringMatching(new RegExp(`^${local.region}: .*${order.orderId}.pdf`)),
      expect.stringMatching(new RegExp(`^${local.replicaRegion}: .*${order.orderId}.pdf`)),
    ]);
  },
  TIMEOUT,
);

test(
  'a refund gives the money back, brings the stock back, and is given once',
  async () => {
    const [before] = await stock();
    order = await platform.shop.refund(order);
    expect(order).toMatchObject({ status: 'REFUNDED', version: 7 });
    expect(await ledgerOf(order)).toEqual([
      ['CHARGE', 6_490],
      ['REFUND', -6_490],
    ]);
    const [after] = await stock();
    expect(after).toMatchObject({ available: Number(before?.available) + 2, shipped: Number(before?.shipped) - 2 });
    await expect(platform.shop.refund(order)).rejects.toThrow(/answered 409.*already refunded/);
  },
  TIMEOUT,
);

test(
  'each queue has received the events it subscribed to, and no other',
  async () => {
    expect(await describeQueues(seen(), order)).toEqual([
      'Notifications: OrderPlaced, OrderShipped, OrderRefunded',
      'Invoicing: OrderShipped',
      'Indexing: ObjectCreated',
    ]);
  },
  TIMEOUT,
);

test(
  'every change is in the lake',
  async () => {
    expect(await describeLake(seen(), order)).toEqual([
      expect.stringMatching('7 Parquet records, OrderPlaced, .*, OrderShipped, OrderRefundRequested, OrderRefunded'),
    ]);
  },
  TIMEOUT,
);

test(
  'a card that is declined costs nothing, and releases the stock',
  async () => {
    const before = await stock();
    const declined = await platform.shop.settled(await platform.shop.place({ paymentToken: 'tok_declined' }));
    expect(declined).toMatchObject({ status: 'REJECTED', reason: 'DECLINED' });
    expect(await ledger.balanceOf(declined.orderId)).toBe(0);
    expect(await stock()).toEqual(before);
  },
  TIMEOUT,
);

test(
  'a payment whose answer is lost is charged once, and the order shipped',
  async () => {
    const shipped = await platform.shop.settled(await platform.shop.place({ paymentToken: 'tok_lost' }));
    expect(shipped).toMatchObject({ status: 'SHIPPED' });
    expect(await ledgerOf(shipped)).toEqual([['CHARGE', 6_490]]);
  },
  TIMEOUT,
);

test(
  'an order at the threshold waits for an operator, whose first decision holds',
  async () => {
    const orderId = await platform.shop.place({ lines: MACHINE });
    await platform.shop.reached(orderId, 'AWAITING_APPROVAL');
    const { body } = await platform.operator.send({ method: 'GET', path: '/approvals' });
    expect(body.approvals).toContainEqual(expect.objectContaining({ orderId }));
    expect(JSON.stringify(body)).not.toContain('token');

    expect(await platform.shop.decide(orderId, 'APPROVED')).toMatchObject({ status: 200 });
    expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'SHIPPED' });
    const decideAgain = (decision: string) =>
      platform.operator.send({
        method: 'POST',
        path: `/orders/${orderId}/approval`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ decision }),
      });
    expect(await decideAgain('APPROVED')).toMatchObject({ status: 200 });
    expect(await decideAgain('DENIED')).toMatchObject({ status: 409 });
  },
  TIMEOUT,
);

test(
  'an order that an operator denies is rejected, and nothing is charged',
  async () => {
    const orderId = await platform.shop.place({ lines: MACHINE });
    await platform.shop.decide(orderId, 'DENIED');
    expect(await platform.shop.settled(orderId)).toMatchObject({ status: 'REJECTED', reason: 'APPROVAL_DENIED' });
    expect(await ledger.entriesOf(orderId)).toEqual([]);
  },
  TIMEOUT,
);

test(
  'a warehouse that makes no parcel cancels the others, and the payment is undone',
  async () => {
    const teapot = { sku: 'LOST-TEAPOT', name: 'Teapot', warehouse: 'closed-east', unitPrice: 2_000, currency: 'EUR' };
    await platform.articles.put(teapot, 10);
    const before = await stock();
    const lines = [
      { sku: 'LOST-TEAPOT', quantity: 1 },
      { sku: 'ESPRESSO-CUP', quantity: 1 },
    ];
    const failed = await platform.shop.settled(await platform.shop.place({ lines }));
    expect(failed).toMatchObject({ status: 'REJECTED', reason: 'SHIPMENT_FAILED' });
    expect(await ledgerOf(failed)).toEqual([
      ['CHARGE', 3_250],
      ['VOID', -3_250],
    ]);
    expect(await stock()).toEqual(before);
  },
  TIMEOUT,
);

test(
  'an order that is paid and waits for its date can be cancelled; one that is shipped cannot',
  async () => {
    const shipNotBefore = new Date(Date.now() + 3_600_000).toISOString();
    const orderId = await platform.shop.place({ shipNotBefore });
    await platform.shop.reached(orderId, 'CHARGED');
    const cancelled = await platform.shop.cancel(orderId);
    expect(cancelled).toMatchObject({ status: 'CANCELLED', reason: 'CANCELLED_BY_CUSTOMER' });
    expect(await ledger.balanceOf(orderId)).toBe(0);

    const shipped = await platform.shop.purchase();
    await expect(platform.shop.cancel(shipped.orderId)).rejects.toThrow(/answered 409.*is SHIPPED/);
  },
  TIMEOUT,
);

test(
  'an order that is cancelled while it waits for an operator needs no decision any more',
  async () => {
    const orderId = await platform.shop.place({ lines: MACHINE });
    await platform.shop.reached(orderId, 'AWAITING_APPROVAL');
    await platform.shop.cancel(orderId);
    expect(await ledger.entriesOf(orderId).then((entries) => entries.filter(({ amount }) => amount !== 0))).toEqual([]);
    const decision = { method: 'POST', path: `/orders/${orderId}/approval`, body: '{"decision":"APPROVED"}' } as const;
    const headers = { 'content-type': 'application/json' };
    expect(await platform.operator.send({ ...decision, headers })).toMatchObject({ status: 409 });
  },
  TIMEOUT,
);
