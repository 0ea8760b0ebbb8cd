import type { ApiClient } from '../../client/api-client.ts';
import type { Problem, Product, ProductPage } from '../../client/order-api.ts';
import { expectCommonHeaders, expectProblem } from './answers.ts';
import { asWebShop } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';

const TEAPOT = { name: 'Teapot, “Größe 1” ☕', warehouse: 'north', unitPrice: 2_000, currency: 'EUR' };
const headers = { 'content-type': 'application/json' };
let platform: Deployed;
let operator: ApiClient;
let webShop: ApiClient;
let sku: string;

beforeAll(async () => {
  platform = await deployed();
  operator = platform.operator;
  webShop = operator.as(await asWebShop(platform));
});
beforeEach(() => {
  sku = `TEAPOT-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;
});
afterEach(() => operator.send({ method: 'DELETE', path: `/products/${sku}` }));

const put = (product: object = TEAPOT) =>
  operator.send({ method: 'PUT', path: `/products/${sku}`, headers, body: JSON.stringify(product) });
const patch = <Body = Product>(change: object, etag: string) =>
  operator.send<Body>({
    method: 'PATCH',
    path: `/products/${sku}`,
    headers: { ...headers, 'if-match': etag },
    body: JSON.stringify(change),
  });
const get = () => webShop.send<Product>({ method: 'GET', path: `/products/${sku}` });
const remove = () => operator.send<Problem>({ method: 'DELETE', path: `/products/${sku}` });

test('a product is created, read, replaced and deleted', async () => {
  const created = await put();
  expect(created).toMatchObject({ status: 201, body: { sku, ...TEAPOT, version: 1 } });
  expect(created.headers.get('location')).toBe(`/v1/products/${sku}`);
  expect(created.headers.get('etag')).toBe('"1"');
  const shown = await get();
  expect(shown).toMatchObject({ status: 200, body: created.body });
  expectCommonHeaders(shown, { etag: '"1"', 'cache-control': 'private, max-age=60' });

  expect(await put({ ...TEAPOT, unitPrice: 0 })).toMatchObject({ status: 200, body: { unitPrice: 0, version: 2 } });
  const removed = await remove();
  expect([removed.status, removed.bytes.length]).toEqual([204, 0]);
  expectCommonHeaders(removed);
  expectProblem(await get(), 404);
  expectProblem(await remove(), 404);
});

test('a change applies to the version that it names, and is refused for another', async () => {
  await put();
  const changed = await patch({ unitPrice: 2_500 }, '"1"');
  expect(changed).toMatchObject({ status: 200, body: { ...TEAPOT, unitPrice: 2_500, version: 2 } });
  expect(changed.headers.get('etag')).toBe('"2"');

  const stale = await patch<Problem>({ unitPrice: 1 }, '"1"');
  expectProblem(stale, 412);
  expect(stale.body.errors).toEqual([{ field: 'If-Match', received: '"1"', expected: '"2"' }]);
  expect((await get()).body.unitPrice).toBe(2_500);
});

test('a change that names no version is refused', async () => {
  await put();
  const path = `/products/${sku}`;
  expectProblem(await operator.send({ method: 'PATCH', path, headers, body: '{"unitPrice":1}' }), 400);
  expectProblem(await patch({ unitPrice: 1 }, '*'), 400);
  expectProblem(await patch({}, '"1"'), 400);
  expect((await get()).body).toMatchObject({ ...TEAPOT, version: 1 });
});

test('a change of an unknown product is refused', async () => {
  expectProblem(await patch({ unitPrice: 1 }, '"1"'), 404);
});

test('a product with reserved stock cannot be deleted', async () => {
  await put({ ...TEAPOT, initialStock: 3 });
  const shipNotBefore = new Date(Date.now() + 3_600_000).toISOString();
  const orderId = await platform.shop.place({ lines: [{ sku, quantity: 2 }], shipNotBefore });
  try {
    await platform.shop.reached(orderId, 'CHARGED');
    const refused = await remove();
    expectProblem(refused, 409);
    expect(refused.body.detail).toContain(`Stock of ${sku} is reserved for orders: 2.`);
    expect(await get()).toMatchObject({ status: 200 });
  } finally {
    await platform.shop.cancel(orderId);
  }
  expect(await remove()).toMatchObject({ status: 204 });
});

test('all products are listed once, page by page', async () => {
  await put();
  const listed: string[] = [];
  let next = '';
  do {
    const page = await webShop.send<ProductPage>({
      method: 'GET',
      path: `/products?limit=2${next && `&cursor=${next}`}`,
    });
    expect(page.status).toBe(200);
    listed.push(...page.body.products.map(({ sku }) => sku));
    next = page.body.next ?? '';
  } while (next && listed.length < 1_000);
  expect(listed).toEqual(expect.arrayContaining([sku, 'ESPRESSO-CUP', 'MOKA-POT-6', 'ESPRESSO-MACHINE']));
  expect(new Set(listed).size).toBe(listed.length);
});
