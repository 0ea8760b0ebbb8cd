import type { AcceptedOrder, Problem } from '../../client/order-api.ts';
import { type Deployed, deployed } from './deployed.ts';
import { CUP, orderRequest } from './requests.ts';
import { itemsKept } from './stores.ts';

let platform: Deployed;
beforeAll(async () => {
  platform = await deployed();
});

test.each<[string, string | undefined, string]>([
  ['no body', undefined, 'body'],
  ['malformed JSON', '{"lines":', 'body'],
  ['a missing field', '{}', 'lines'],
  ['a wrong type', '{"lines":"all","paymentToken":"tok_visa"}', 'lines'],
  ['a card number', JSON.stringify({ lines: CUP, paymentToken: '4111111111111111' }), 'paymentToken'],
  [
    'a quantity of zero',
    JSON.stringify({ lines: [{ sku: 'ESPRESSO-CUP', quantity: 0 }], paymentToken: 'tok_visa' }),
    'quantity',
  ],
  [
    'an article that is not sold',
    JSON.stringify({ lines: [{ sku: 'UNICORN', quantity: 1 }], paymentToken: 'tok_visa' }),
    'lines[0].sku',
  ],
])('%s is answered with 400 and the field, and nothing is written', async (_, body, field) => {
  const before = await itemsKept(platform);
  const { status, headers, body: problem } = await platform.api.send<Problem>({ ...orderRequest(CUP), body });
  expect(status).toBe(400);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(JSON.stringify(problem.errors ?? problem.detail)).toContain(field);
  expect(await itemsKept(platform)).toEqual(before);
});

test('an order without an idempotency key is answered with 400 and the name of the header', async () => {
  const { status, body } = await platform.api.send<Problem>({
    ...orderRequest(CUP),
    headers: { 'content-type': 'application/json' },
  });
  expect(status).toBe(400);
  expect(body.detail).toContain('Idempotency-Key');
});

test('an order that does not exist is answered with 404', async () => {
  expect(await platform.api.send({ method: 'GET', path: '/orders/unknown' })).toMatchObject({
    status: 404,
    body: { title: 'Not Found', detail: 'You have no order unknown.' },
  });
});

test('a refund of an order that does not exist is answered with 404', async () => {
  expect(await platform.api.send({ method: 'POST', path: '/orders/unknown/refund' })).toMatchObject({ status: 404 });
});

test('an order for an article that is out of stock is rejected, and its refund refused with 409 and the reason', async () => {
  const teapot = { sku: 'RARE-TEAPOT', name: 'Rare teapot', warehouse: 'north', unitPrice: 9_900, currency: 'EUR' };
  await platform.articles.put(teapot, 0);

  const { body } = await platform.api.send<AcceptedOrder>(orderRequest([{ sku: 'RARE-TEAPOT', quantity: 1 }]));
  const order = await platform.shop.settled(body.orderId);
  expect(order).toMatchObject({ status: 'REJECTED', reason: 'OUT_OF_STOCK' });
  expect(await platform.api.send({ method: 'POST', path: `/orders/${order.orderId}/refund` })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('is REJECTED; only a SHIPPED order can be refunded') },
  });
});

test('a request without a token is refused', async () => {
  expect(await platform.api.sendUnsigned(orderRequest(CUP))).toMatchObject({ status: 401 });
});

test('the same request with the same key returns the same order; another request is refused', async () => {
  const key = crypto.randomUUID();
  const first = await platform.api.send<AcceptedOrder>(orderRequest(CUP, key));
  const again = await platform.api.send(orderRequest(CUP, key));
  expect(again).toMatchObject({ status: 202, body: first.body });
  expect(await platform.api.send(orderRequest([{ sku: 'ESPRESSO-CUP', quantity: 2 }], key))).toMatchObject({
    status: 422,
  });
  // Other tests count the stock.
  await platform.shop.settled(first.body.orderId);
});
