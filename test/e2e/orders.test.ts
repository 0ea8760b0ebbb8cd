import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ApiClient } from '../../client/api-client.ts';
import type { AcceptedOrder, OrderPage } from '../../client/order-api.ts';
import { Shop } from '../../client/shop.ts';
import { local } from '../../lib/stages/local.ts';
import { expectCommonHeaders, expectProblem } from './answers.ts';
import { newCustomer } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';
import { invoiced } from './invoices.ts';
import { sendRaw } from './raw-request.ts';
import { CUP, orderRequest } from './requests.ts';

const UNKNOWN = '01JD3Y9N6C8Q2VZ4K5T7M0XRWE';
let platform: Deployed;
let stranger: ApiClient;
let strangersShop: Shop;
let shipped: { orderId: string; customerId: string };

beforeAll(async () => {
  platform = await deployed();
  stranger = platform.operator.as(newCustomer(platform).credentials);
  strangersShop = new Shop(stranger, platform.operator, PATIENCE);
  shipped = await platform.shop.purchase();
  await invoiced(platform.api, shipped);
});

test('the answer for an accepted order contains its location', async () => {
  const accepted = await platform.api.send<AcceptedOrder>(orderRequest(CUP));
  expect(accepted).toMatchObject({ status: 202, body: { status: 'PLACED' } });
  expect(accepted.headers.get('location')).toBe(`/v1/orders/${accepted.body.orderId}`);
  expectCommonHeaders(accepted);
  await platform.shop.settled(accepted.body.orderId);
});

test.each([
  ['GET', ''],
  ['GET', '/invoice'],
  ['POST', '/cancellation'],
  ['POST', '/refund'],
] as const)(
  '%s /orders/{orderId}%s gives the same answer for the order of another customer and for an unknown one',
  async (method, what) => {
    const [foreign, unknown] = await Promise.all(
      [shipped.orderId, UNKNOWN].map((orderId) => stranger.send({ method, path: `/orders/${orderId}${what}` })),
    );
    expectProblem(foreign as never, 404);
    const withoutIds = ({ body }: { body?: unknown } = {}) =>
      JSON.stringify(body)
        .replaceAll(shipped.orderId, UNKNOWN)
        .replace(/"requestId":"[^"]*"/, '');
    expect(withoutIds(foreign)).toBe(withoutIds(unknown));
  },
);

test('the invoice is the stored document, byte for byte', async () => {
  const { orderId, customerId } = shipped;
  const answer = await platform.api.send({ method: 'GET', path: `/orders/${orderId}/invoice` });
  const Key = `invoices/${customerId}/${orderId}.pdf`;
  const kept = await new S3Client({ region: local.region }).send(
    new GetObjectCommand({ Bucket: platform.outputs.get('DocumentsBucket'), Key }),
  );
  expect(Buffer.from(answer.bytes).equals(Buffer.from((await kept.Body?.transformToByteArray()) ?? []))).toBe(true);
  expect(Buffer.from(answer.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expectCommonHeaders(answer, {
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="invoice.pdf"',
  });
});

test('a rejected order has no invoice', async () => {
  const { orderId } = await platform.shop.settled(await platform.shop.place({ paymentToken: 'tok_declined' }));
  expectProblem(await platform.api.send({ method: 'GET', path: `/orders/${orderId}/invoice` }), 404);
});

test.each([
  '..%2F{customer}%2F{order}',
  '%2e%2e%2f{customer}%2f{order}',
  '..%252F{customer}%252F{order}',
  '..\\{customer}\\{order}',
])('no path reads the invoice of another customer: %s', async (path) => {
  const customer = newCustomer(platform);
  const { accessToken } = await customer.tokens();
  const orderId = path.replace('{customer}', shipped.customerId).replace('{order}', shipped.orderId);
  const answer = await sendRaw({
    method: 'GET',
    api: platform.api,
    path: `/orders/${orderId}/invoice`,
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expectProblem(answer, 404);
});

test('the same idempotency key of another customer places another order', async () => {
  const request = orderRequest(CUP);
  const [mine, theirs] = await Promise.all([
    platform.api.send<AcceptedOrder>(request),
    stranger.send<AcceptedOrder>(request),
  ]);
  expect([mine.status, theirs.status]).toEqual([202, 202]);
  expect(mine.body.orderId).not.toBe(theirs.body.orderId);
  await Promise.all([platform.shop.settled(mine.body.orderId), strangersShop.settled(theirs.body.orderId)]);
});

test('concurrent requests with one idempotency key place one order', async () => {
  const request = orderRequest(CUP);
  const send = () => platform.api.send<AcceptedOrder>(request);
  const [first, ...others] = await Promise.all([send(), ...Array.from({ length: 7 }, send)]);
  expect(first.status).toBe(202);
  for (const other of others) expect(other).toMatchObject({ status: 202, body: first.body });
  await platform.shop.settled(first.body.orderId);
});

test('orders are listed newest first, page by page, and a cursor shows another customer none of them', async () => {
  const customer = platform.operator.as(newCustomer(platform).credentials);
  const shop = new Shop(customer, platform.operator, PATIENCE);
  const placed: string[] = [];
  for (const _ of [1, 2, 3, 4, 5]) placed.push(await shop.place({ lines: CUP }));

  const list = (client: ApiClient, query: string) =>
    client.send<OrderPage>({ method: 'GET', path: `/orders?limit=2${query}` });
  const listed: string[] = [];
  let next = '';
  let pages = 0;
  do {
    const page = await list(customer, next && `&cursor=${next}`);
    expect(page).toMatchObject({ status: 200 });
    expectCommonHeaders(page);
    listed.push(...page.body.orders.map(({ orderId }) => orderId));
    const seen = next;
    next = page.body.next ?? '';
    pages++;
    const foreign = await list(stranger, `&cursor=${next || seen}`);
    expect(foreign).toMatchObject({ status: 200, body: { orders: expect.any(Array) } });
    const ids = foreign.body.orders.map(({ orderId }) => orderId);
    expect(placed.filter((orderId) => ids.includes(orderId))).toEqual([]);
  } while (next && pages < 5);
  expect(pages).toBe(3);
  expect(listed).toEqual(placed.toReversed());
  await Promise.all(placed.map((orderId) => shop.settled(orderId)));
});
