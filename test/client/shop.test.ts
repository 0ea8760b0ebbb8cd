import type { ApiClient } from '../../client/api-client.ts';
import { Shop } from '../../client/shop.ts';
import { viewProduct } from '../../client/web-shop.ts';
import { ApiServer } from './api-server.ts';

const PROBLEM = '{"type":"about:blank","title":"Not Found","detail":"You have no such order."}';

const server = new ApiServer();
let api: ApiClient;

beforeAll(async () => {
  api = await server.start();
});
afterAll(() => server.stop());

test.each([401, 403, 404])('stops waiting for an order that cannot be read: %i', async (status) => {
  server.answer = { status, type: 'application/problem+json', body: PROBLEM };
  await expect(new Shop(api).settled('01JD3Y9N6C8Q2VZ4K5T7M0XRWE')).rejects.toThrow(
    `getOrder answered ${status}, expected 200: ${PROBLEM}`,
  );
});

test('reports why an order is not accepted', async () => {
  server.answer = { status: 422, type: 'application/problem+json', body: PROBLEM };
  await expect(new Shop(api).place()).rejects.toThrow(`placeOrder answered 422, expected 202: ${PROBLEM}`);
});

test('each order has its own idempotency key', async () => {
  server.answer = { status: 202, type: 'application/json', body: '{"orderId":"1","status":"PLACED"}' };
  await Promise.all([new Shop(api).place(), new Shop(api).place()]);
  const [first, second] = server.received.slice(-2).map(({ headers }) => headers['idempotency-key']);
  expect(first).not.toBe(second);
});

test('a web shop reports no event for a page that it could not show', async () => {
  server.answer = { status: 404, type: 'application/problem+json', body: PROBLEM };
  await expect(viewProduct(api, 'ESPRESSO-CUP')).rejects.toThrow('getProduct answered 404, expected 200');
  expect(server.received.at(-1)?.url).toMatch(/products\/ESPRESSO-CUP$/);
});
