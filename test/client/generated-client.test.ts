import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '../../client/api-client.ts';
import { asOperator, withApiKey } from '../../client/credentials.ts';
import { clientSource } from '../../client/generator/client-source.ts';
import {
  getInvoice,
  getOrder,
  getProduct,
  listOrders,
  patchProduct,
  placeOrder,
  putProductImage,
} from '../../client/order-api.ts';
import { ApiServer } from './api-server.ts';

const BYTES = Uint8Array.from({ length: 256 }, (_, index) => index);
const ORDER_ID = '01JD3Y9N6C8Q2VZ4K5T7M0XRWE';
const ORDER = { lines: [{ sku: 'ESPRESSO-CUP', quantity: 1 }], paymentToken: 'tok_visa' };
const operator = asOperator('eu-central-1', { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' });

const server = new ApiServer();
let api: ApiClient;

beforeAll(async () => {
  api = await server.start();
});
afterAll(() => server.stop());

test('is up to date with the OpenAPI document; npm run client generates it', async () => {
  const committed = readFileSync(join(import.meta.dirname, '../../client/order-api.ts'), 'utf8');
  expect(await clientSource()).toBe(committed);
});

test('calls the API with the header and the body of the operation and the credentials of its caller', async () => {
  server.answer = { status: 202, type: 'application/json', body: `{"orderId":"${ORDER_ID}","status":"PLACED"}` };
  expect(await placeOrder('key-1', ORDER, api.opts)).toMatchObject({ status: 202, data: { orderId: ORDER_ID } });
  expect(server.received.at(-1)).toMatchObject({
    method: 'POST',
    url: '/restapis/abc123/v1/_user_request_/orders',
    headers: { authorization: 'Bearer signed', 'idempotency-key': 'key-1', 'content-type': 'application/json' },
  });
  expect(JSON.parse(String(server.received.at(-1)?.body))).toEqual(ORDER);
});

test('two callers can be used at the same time', async () => {
  await Promise.all([getOrder(ORDER_ID, api.opts), getProduct('ESPRESSO-CUP', api.as(withApiKey('the-key')).opts)]);
  const headersOf = (path: string) => server.received.find(({ url }) => url?.endsWith(path))?.headers;
  expect(headersOf(`/orders/${ORDER_ID}`)).toMatchObject({ authorization: 'Bearer signed' });
  expect(headersOf('/products/ESPRESSO-CUP')).toMatchObject({ 'x-api-key': 'the-key' });
  expect(headersOf('/products/ESPRESSO-CUP')).not.toHaveProperty('authorization');
});

test('sends the parameters of a page', async () => {
  await listOrders({ limit: 5, cursor: 'abc' }, api.opts);
  expect(server.received.at(-1)?.url).toMatch(/\/orders\?limit=5&cursor=abc$/);
});

test('returns a problem as data, by its status', async () => {
  server.answer = {
    status: 404,
    type: 'application/problem+json',
    body: '{"title":"Not Found","detail":"No such order."}',
  };
  expect(await getOrder(ORDER_ID, api.opts)).toMatchObject({ status: 404, data: { detail: 'No such order.' } });
});

test("an operator's signature covers what the client sends", async () => {
  await patchProduct('ESPRESSO-CUP', '"3"', { unitPrice: 1 }, api.as(operator).opts);
  expect(server.received.at(-1)?.headers).toMatchObject({
    'if-match': '"3"',
    authorization: expect.stringMatching(/SignedHeaders=.*content-type;host;if-match;/),
  });
});

test('returns an invoice as bytes', async () => {
  server.answer = { status: 200, type: 'application/pdf', body: BYTES };
  const { data } = await getInvoice(ORDER_ID, api.opts);
  expect(new Uint8Array(await data.arrayBuffer())).toEqual(BYTES);
});

test('sends an image as bytes with its content type', async () => {
  server.answer = { status: 204, type: '', body: '' };
  const image = new Blob([BYTES], { type: 'image/png' });
  expect(await putProductImage('ESPRESSO-CUP', image, api.as(operator).opts)).toMatchObject({ status: 204 });
  expect(new Uint8Array(server.received.at(-1)?.body ?? [])).toEqual(BYTES);
  expect(server.received.at(-1)?.headers).toMatchObject({ 'content-type': 'image/png' });
});
