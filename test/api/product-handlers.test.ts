import type { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import type { ProductPage } from '../../client/order-api.ts';
import { StageCache } from '../../lambda/api/routes/product-cache.ts';
import { productPage, productView } from '../../lambda/orders/products/product.ts';
import { anOrder } from '../orders/an-order.ts';
import { CUP, type Routes, routesInMemory } from './routes-in-memory.ts';

const pathOf = (sku: string) => ({ pathParameters: { sku } });
const POT = { name: 'Pot', warehouse: 'south', unitPrice: 3_990, currency: 'EUR' };
const ifMatch = (etag: string) => ({ headers: { 'Content-Type': 'application/json', 'If-Match': etag } });

async function reserveTwoCups({ orders }: Routes): Promise<void> {
  const order = anOrder();
  await orders.accept(order, { idempotencyKey: 'key', payloadHash: 'hash', orderId: order.orderId });
  await orders.change(order, { to: 'RESERVED', stock: 'reserve' });
}

test('gets a product with its version as the ETag, to be cached by the browser for a minute', async () => {
  const { ask } = await routesInMemory();
  const { status, headers, body } = await ask('getProduct', pathOf('CUP'));
  expect({ status, body }).toEqual({ status: 200, body: { ...CUP, version: 1 } });
  expect(productView.safeParse(body).success).toBe(true);
  expect(headers).toMatchObject({ etag: '"1"', 'cache-control': 'private, max-age=60' });
});

test('lists products in pages joined by a cursor', async () => {
  const { ask } = await routesInMemory();
  await ask('putProduct', { ...pathOf('POT'), body: POT });
  const first = await ask<ProductPage>('listProducts', { queryStringParameters: { limit: '1' } });
  expect(productPage.safeParse(first.body).success).toBe(true);
  expect(first).toMatchObject({ status: 200, body: { products: [{ sku: 'CUP' }], next: expect.any(String) } });
  const second = await ask('listProducts', { queryStringParameters: { limit: '1', cursor: first.body.next } });
  expect(second.body).toEqual({ products: [{ sku: 'POT', ...POT, version: 1 }] });
});

test('responds 201 with the location to a new product and 200 to a replaced one', async () => {
  const { ask, orders } = await routesInMemory();
  const body = { ...POT, initialStock: 7 };
  expect(await ask('putProduct', { ...pathOf('POT'), body })).toEqual({
    status: 201,
    headers: { 'content-type': 'application/json', location: '/v1/products/POT', etag: '"1"' },
    body: { sku: 'POT', ...POT, version: 1 },
  });
  expect(await orders.stockOf('POT')).toEqual({ available: 7, reserved: 0, shipped: 0 });
  expect(await ask('putProduct', { ...pathOf('POT'), body: { ...POT, unitPrice: 4_000 } })).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { unitPrice: 4_000, version: 2 },
  });
});

test('updates the fields of a request that names the current version', async () => {
  const { ask } = await routesInMemory();
  const change = { ...pathOf('CUP'), ...ifMatch('"1"'), body: { unitPrice: 1_300 } };
  expect(await ask('patchProduct', change)).toMatchObject({
    status: 200,
    headers: { etag: '"2"' },
    body: { ...CUP, unitPrice: 1_300, version: 2 },
  });
  expect(await ask('patchProduct', change)).toMatchObject({
    status: 412,
    body: { title: 'Precondition Failed', errors: [{ field: 'If-Match', received: '"1"', expected: '"2"' }] },
  });
});

test('responds 428 to an update without a version', async () => {
  const { ask, products } = await routesInMemory();
  expect(await ask('patchProduct', { ...pathOf('CUP'), body: { unitPrice: 1 } })).toMatchObject({
    status: 428,
    body: { title: 'Precondition Required', detail: expect.stringContaining('If-Match') },
  });
  expect(await products.find('CUP')).toMatchObject({ unitPrice: 1_250 });
});

test.each(['1', 'W/"1"', '"1", "2"', '*', '"0"', '"-1"', `"${'1'.repeat(99)}"`])(
  'responds 400 to an update of the version %s',
  async (etag) => {
    const { ask } = await routesInMemory();
    expect(await ask('patchProduct', { ...pathOf('CUP'), ...ifMatch(etag), body: { unitPrice: 1 } })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'If-Match', expected: 'an ETag from an earlier response, such as "1"' }] },
    });
  },
);

test('removes a product from sale', async () => {
  const { ask } = await routesInMemory();
  expect(await ask('deleteProduct', pathOf('CUP'))).toMatchObject({ status: 204, body: '' });
  expect(await ask('getProduct', pathOf('CUP'))).toMatchObject({ status: 404 });
  expect(await ask('deleteProduct', pathOf('CUP'))).toMatchObject({ status: 404 });
});

test('keeps a product with reserved stock on sale and responds with the quantity', async () => {
  const routes = await routesInMemory();
  await reserveTwoCups(routes);
  expect(await routes.ask('deleteProduct', pathOf('CUP'))).toMatchObject({
    status: 409,
    body: { detail: 'Stock of CUP is reserved for orders: 2.' },
  });
  expect(await routes.ask('getProduct', pathOf('CUP'))).toMatchObject({ status: 200 });
});

test('flushes the cache after each change of a product, and only then', async () => {
  const routes = await routesInMemory();
  const { ask, flushes } = routes;
  await ask('putProduct', { ...pathOf('POT'), body: POT });
  expect(flushes()).toBe(1);
  await ask('patchProduct', { ...pathOf('POT'), ...ifMatch('"1"'), body: { unitPrice: 1 } });
  expect(flushes()).toBe(2);
  await ask('deleteProduct', pathOf('POT'));
  expect(flushes()).toBe(3);

  await reserveTwoCups(routes);
  await ask('getProduct', pathOf('CUP'));
  await ask('listProducts');
  await ask('putProduct', { ...pathOf('POT'), body: {} });
  await ask('patchProduct', { ...pathOf('CUP'), ...ifMatch('"9"'), body: { unitPrice: 1 } });
  await ask('deleteProduct', pathOf('CUP'));
  expect(flushes()).toBe(3);
});

test('a failure to flush the cache is no error', async () => {
  const failing = { send: () => Promise.reject(new Error('throttled')) } as unknown as APIGatewayClient;
  await expect(new StageCache(failing, { restApiId: 'a', stageName: 'v1' }).flush()).resolves.toBeUndefined();
});

test('flushes the cache of the stage', async () => {
  const sent: object[] = [];
  const client = {
    send: async (command: { input: object }) => sent.push(command.input),
  } as unknown as APIGatewayClient;
  await new StageCache(client, { restApiId: 'a', stageName: 'v1' }).flush();
  expect(sent).toEqual([{ restApiId: 'a', stageName: 'v1' }]);
});

test.each([
  ['putProduct', {}],
  ['patchProduct', ifMatch('"1"')],
] as const)('%s refuses a price in a currency that the shop does not accept', async (operation, headers) => {
  const { ask } = await routesInMemory();
  await ask('putProduct', { ...pathOf('POT'), body: POT });
  const refusal = await ask(operation, { ...pathOf('POT'), ...headers, body: { ...POT, currency: 'JPY' } });
  expect(refusal).toMatchObject({
    status: 400,
    body: { errors: [{ field: 'currency', received: 'JPY', expected: 'a currency that the shop accepts: EUR' }] },
  });
});
