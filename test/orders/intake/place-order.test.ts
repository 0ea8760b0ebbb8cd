import { orderRequest } from '../../../lambda/orders/domain/order.ts';
import { type PlaceOrderPorts, placeOrder } from '../../../lambda/orders/intake/place-order.ts';
import type { Article } from '../../../lambda/orders/products/product.ts';
import { InMemoryOrders } from '../store/in-memory-orders.ts';

const PRODUCTS: Article[] = [
  { sku: 'CUP', name: 'Cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' },
  { sku: 'POT', name: 'Pot', warehouse: 'north', unitPrice: 3_990, currency: 'EUR' },
  { sku: 'MUG', name: 'Mug', warehouse: 'north', unitPrice: 1_500, currency: 'USD' },
  { sku: 'BOWL', name: 'Bowl', warehouse: 'north', unitPrice: 900, currency: 'JPY' },
  { sku: 'YACHT', name: 'Yacht', warehouse: 'north', unitPrice: Number.MAX_SAFE_INTEGER, currency: 'EUR' },
];

function shop() {
  const orders = new InMemoryOrders();
  const products = new Map(PRODUCTS.map((product) => [product.sku, product]));
  const clock = { now: new Date('2026-01-01T10:00:00Z') };
  let ids = 0;
  const ports: PlaceOrderPorts = {
    intake: orders,
    catalogue: { find: async () => products },
    now: () => clock.now,
    newId: () => `order-${++ids}`,
    currencies: ['EUR', 'USD'],
  };
  const place = (
    lines: { sku: string; quantity: number }[],
    idempotencyKey = 'key',
    customerId = 'AIDA1',
    shipNotBefore?: string,
  ) =>
    placeOrder(ports, {
      customerId,
      idempotencyKey,
      request: { lines, paymentToken: 'tok_visa', ...(shipNotBefore && { shipNotBefore }) },
    });
  return { orders, products, clock, place };
}

test('an order stores the prices of the products at the time it is accepted', async () => {
  const { orders, place } = shop();
  expect(
    await place([
      { sku: 'CUP', quantity: 2 },
      { sku: 'POT', quantity: 1 },
    ]),
  ).toEqual({
    kind: 'ACCEPTED',
    orderId: 'order-1',
  });
  expect(await orders.find('order-1')).toMatchObject({
    customerId: 'AIDA1',
    status: 'PLACED',
    version: 1,
    total: 6_490,
    currency: 'EUR',
    lines: [
      { sku: 'CUP', quantity: 2, unitPrice: 1_250 },
      { sku: 'POT', quantity: 1, unitPrice: 3_990 },
    ],
    placedAt: '2026-01-01T10:00:00.000Z',
  });
});

test('a repeated request returns the same order, even if the article is no longer sold', async () => {
  const { orders, products, place } = shop();
  await place([{ sku: 'CUP', quantity: 2 }]);
  products.clear();
  expect(await place([{ sku: 'CUP', quantity: 2 }])).toEqual({ kind: 'ACCEPTED', orderId: 'order-1' });
  expect(await orders.find('order-2')).toBeUndefined();
});

test('a repeated request returns the same order, even if its shipping date is no longer accepted', async () => {
  const { place, clock } = shop();
  await place([{ sku: 'CUP', quantity: 2 }], 'key', 'AIDA1', '2026-01-31T10:00:00Z');
  clock.now = new Date('2025-12-31T10:00:00Z');
  expect(await place([{ sku: 'CUP', quantity: 2 }], 'key', 'AIDA1', '2026-01-31T10:00:00Z')).toEqual({
    kind: 'ACCEPTED',
    orderId: 'order-1',
  });
});

test('another request with the same key is refused, even if its article is not sold', async () => {
  const { place } = shop();
  await place([{ sku: 'CUP', quantity: 2 }]);
  expect(await place([{ sku: 'GONE', quantity: 2 }])).toEqual({ kind: 'KEY_USED_FOR_ANOTHER_REQUEST' });
});

test('a new order is accepted without reading its key', async () => {
  const { orders, place } = shop();
  const lookUp = jest.spyOn(orders, 'remembered');
  await place([{ sku: 'CUP', quantity: 2 }]);
  expect(lookUp).not.toHaveBeenCalled();
});

test('another request with the same key is refused', async () => {
  const { place } = shop();
  await place([{ sku: 'CUP', quantity: 2 }]);
  expect(await place([{ sku: 'CUP', quantity: 3 }])).toEqual({ kind: 'KEY_USED_FOR_ANOTHER_REQUEST' });
});

test('the keys of two customers are independent', async () => {
  const { place } = shop();
  await place([{ sku: 'CUP', quantity: 2 }], 'key', 'AIDA1');
  expect(await place([{ sku: 'CUP', quantity: 2 }], 'key', 'AIDA2')).toEqual({ kind: 'ACCEPTED', orderId: 'order-2' });
});

test('two concurrent requests with one key create one order', async () => {
  const { orders, place } = shop();
  const results = await Promise.all([place([{ sku: 'CUP', quantity: 1 }]), place([{ sku: 'CUP', quantity: 1 }])]);
  expect(new Set(results.map((result) => result.kind === 'ACCEPTED' && result.orderId)).size).toBe(1);
  const kept = await Promise.all(['order-1', 'order-2'].map((id) => orders.find(id)));
  expect(kept.filter(Boolean)).toHaveLength(1);
});

test.each([
  [
    'an article that is not sold',
    [
      { sku: 'CUP', quantity: 1 },
      { sku: 'GONE', quantity: 1 },
    ],
    'lines[1].sku',
    '"GONE"',
  ],
  [
    'articles in two currencies',
    [
      { sku: 'CUP', quantity: 1 },
      { sku: 'MUG', quantity: 1 },
    ],
    'lines[1].sku',
    '"MUG"',
  ],
  ['a total beyond what a number can hold', [{ sku: 'YACHT', quantity: 2 }], 'lines', undefined],
])('%s is refused with the name of the field, and nothing is stored', async (_, lines, field, received) => {
  const { orders, place } = shop();
  expect(await place(lines)).toMatchObject({ kind: 'INVALID', problems: [{ field, ...(received && { received }) }] });
  expect(await orders.remembered('AIDA1#key')).toBeUndefined();
});

test.each([
  ['no line', { lines: [] }],
  ['51 lines', { lines: Array.from({ length: 51 }, (_, index) => ({ sku: `A-${index}`, quantity: 1 })) }],
  ['a quantity of zero', { lines: [{ sku: 'CUP', quantity: 0 }] }],
  ['a negative quantity', { lines: [{ sku: 'CUP', quantity: -1 }] }],
  ['half a piece', { lines: [{ sku: 'CUP', quantity: 0.5 }] }],
  ['an enormous quantity', { lines: [{ sku: 'CUP', quantity: 1_001 }] }],
  ['a price of the client', { lines: [{ sku: 'CUP', quantity: 1, unitPrice: 1 }] }],
  [
    'an article twice',
    {
      lines: [
        { sku: 'CUP', quantity: 1 },
        { sku: 'CUP', quantity: 1 },
      ],
    },
  ],
  ['an article with a path in its name', { lines: [{ sku: '../CUP', quantity: 1 }] }],
])('a request with %s is not a valid order request', (_, request) => {
  expect(orderRequest.safeParse({ paymentToken: 'tok_visa', ...request }).success).toBe(false);
});

test.each(['4111111111111111', 'tok_4111111111111111', 'tok_', 'visa'])('%s is not a payment token', (paymentToken) => {
  expect(orderRequest.safeParse({ lines: [{ sku: 'CUP', quantity: 1 }], paymentToken }).success).toBe(false);
});

test.each([
  ['2026-01-31T10:00:00Z', 'ACCEPTED'],
  ['2026-01-31T10:00:01Z', 'INVALID'],
  ['9999-12-31T23:59:59Z', 'INVALID'],
])('a shipment not before %s is %s: at most 30 days ahead', async (shipNotBefore, kind) => {
  const { orders, place } = shop();
  expect(await place([{ sku: 'CUP', quantity: 1 }], 'key', 'AIDA1', shipNotBefore)).toMatchObject({
    kind,
    ...(kind === 'INVALID' && { problems: [{ field: 'shipNotBefore', received: `"${shipNotBefore}"` }] }),
  });
  expect((await orders.find('order-1'))?.shipNotBefore).toBe(
    kind === 'ACCEPTED' ? '2026-01-31T10:00:00.000Z' : undefined,
  );
});

test('an article priced in a currency that the shop does not accept is refused', async () => {
  const { place } = shop();
  expect(await place([{ sku: 'BOWL', quantity: 1 }])).toEqual({
    kind: 'INVALID',
    problems: [{ field: 'lines[0].sku', received: '"BOWL"', expected: 'an article priced in EUR or USD' }],
  });
});
