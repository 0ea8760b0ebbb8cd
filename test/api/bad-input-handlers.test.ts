import fc from 'fast-check';
import type { Problem } from '../../client/order-api.ts';
import { problemDocument } from '../../lambda/api/http/problem-document.ts';
import { CUSTOMER } from './an-event.ts';
import { type Answer, CUP, type Routes, routesInMemory } from './routes-in-memory.ts';

/** Strings that are the name of no order and no product, by their kind. */
const INVALID_NAMES: Record<string, string> = {
  'nothing at all': '',
  'a path upwards': '../../etc/passwd',
  'an encoded path': '..%2f..%2fetc%2fpasswd',
  'an encoded slash': 'CUP%2Fimage',
  'an injected query': "' OR '1'='1",
  'an injected script': '<script>alert(1)</script>',
  'an injected template': '#set($x="")$x',
  'an apostrophe and a backslash': "\\'\\",
  'a null character': 'CUP\u0000',
  'another line': 'CUP\nSet-Cookie: a=b',
  'half of a character': '\ud800',
  'letters of another script': 'ÇÜP茶',
  'a name that objects inherit': '__proto__',
  'a card number': '4111 1111 1111 1111',
  '10,000 characters': 'x'.repeat(10_000),
};
const NAMES = Object.entries(INVALID_NAMES);

const VALID_BODIES = {
  placeOrder: { lines: [{ sku: 'CUP', quantity: 1 }], paymentToken: 'tok_visa' },
  decideApproval: { decision: 'APPROVED' },
  putProduct: { name: 'Cup', warehouse: 'north', unitPrice: 1, currency: 'EUR' },
  patchProduct: { unitPrice: 1 },
};
type RouteWithBody = keyof typeof VALID_BODIES;
const ROUTES_WITH_BODY = Object.keys(VALID_BODIES) as RouteWithBody[];

const HEADERS = { 'Content-Type': 'application/json', 'Idempotency-Key': 'key', 'If-Match': '"1"' };
const PATH = { orderId: '01JD3Y9N6C8Q2VZ4K5T7M0XRWE', sku: 'CUP' };

/** Expects a short problem document that repeats no secret. */
function expectRefusal({ headers, body }: Answer): void {
  expect(headers['content-type']).toBe('application/problem+json');
  expect(problemDocument.safeParse(body).error).toBeUndefined();
  const text = JSON.stringify(body);
  expect(text.length).toBeLessThan(8_000);
  expect(text).not.toMatch(/4111|swordfish/);
}

async function expectNothingWritten({ orders, products }: Routes): Promise<void> {
  expect(await orders.page(CUSTOMER, 1)).toEqual({ items: [] });
  expect(await products.page(10)).toEqual({ items: [{ ...CUP, version: 1 }] });
}

describe.each(['getOrder', 'requestCancellation', 'requestRefund', 'decideApproval'] as const)(
  '%s responds 404 to the order id',
  (route) => {
    test.each(NAMES)('%s', async (_, orderId) => {
      const { ask } = await routesInMemory();
      const answer = await ask<Problem>(route, { pathParameters: { orderId }, body: VALID_BODIES.decideApproval });
      expect(answer).toMatchObject({ status: 404, body: { title: 'Not Found' } });
      expectRefusal(answer);
      expect(answer.body.detail.length).toBeLessThan(120);
    });
  },
);

describe.each(['getProduct', 'patchProduct', 'deleteProduct'] as const)('%s responds 404 to the SKU', (route) => {
  test.each(NAMES)('%s', async (_, sku) => {
    const { ask } = await routesInMemory();
    const answer = await ask<Problem>(route, {
      headers: HEADERS,
      pathParameters: { sku },
      body: VALID_BODIES.patchProduct,
    });
    expect(answer).toMatchObject({ status: 404, body: { title: 'Not Found' } });
    expectRefusal(answer);
    expect(answer.body.detail.length).toBeLessThan(120);
  });
});

test.each(NAMES)('putProduct responds 400 to %s as the SKU and writes nothing', async (_, sku) => {
  const routes = await routesInMemory();
  const answer = await routes.ask('putProduct', { pathParameters: { sku }, body: VALID_BODIES.putProduct });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field: 'sku' }] } });
  expectRefusal(answer);
  await expectNothingWritten(routes);
});

describe.each(ROUTES_WITH_BODY)('%s refuses', (route) => {
  const valid = JSON.stringify(VALID_BODIES[route]);
  test.each<[string, number, unknown, object?]>([
    ['no body', 400, null],
    ['malformed JSON', 400, valid.slice(0, -1)],
    ['a list', 400, []],
    ['a duplicate field', 400, `${valid.slice(0, -1)},${valid.slice(1)}`],
    ['a deep body', 400, '['.repeat(50_000)],
    ['a large body', 413, valid + ' '.repeat(100_001)],
    [
      'a secret in the wrong place',
      400,
      { ...VALID_BODIES[route], paymentToken: 4111111111111111, password: 'swordfish' },
    ],
    ['another content type', 415, valid, { 'Content-Type': 'text/plain' }],
    ['no content type', 415, valid, { 'Content-Type': undefined }],
  ])('%s with %i and writes nothing', async (_, status, body, different = {}) => {
    const routes = await routesInMemory();
    const answer = await routes.ask(route, { headers: { ...HEADERS, ...different }, pathParameters: PATH, body });
    expect(answer).toMatchObject({ status, body: { status } });
    expectRefusal(answer);
    await expectNothingWritten(routes);
  });
});

test.each<[RouteWithBody, string, string]>([
  ...ROUTES_WITH_BODY.map((route): [RouteWithBody, string, string] => [
    route,
    'admin',
    JSON.stringify({ ...VALID_BODIES[route], admin: true }),
  ]),
  ['placeOrder', 'lines[0].price', '{"lines":[{"sku":"CUP","quantity":1,"price":1}],"paymentToken":"tok_visa"}'],
  ['placeOrder', '__proto__', '{"lines":[{"sku":"CUP","quantity":1}],"paymentToken":"tok_visa","__proto__":{"a":1}}'],
])('%s refuses the unknown field %s by its name', async (route, field, body) => {
  const routes = await routesInMemory();
  const answer = await routes.ask(route, { headers: HEADERS, pathParameters: PATH, body });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ field, expected: 'no such field' }] } });
});

const DOCUMENTED: Record<RouteWithBody, number[]> = {
  placeOrder: [202, 400],
  decideApproval: [400, 404],
  putProduct: [200, 400],
  patchProduct: [200, 400],
};

test.each(ROUTES_WITH_BODY)('%s responds to any JSON with a documented status', async (route) => {
  const valid = VALID_BODIES[route];
  const almostValid = fc
    .tuple(fc.constantFrom(...Object.keys(valid)), fc.jsonValue())
    .map(([field, value]) => ({ ...valid, [field]: value }));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        almostValid.map((body) => JSON.stringify(body)),
        fc.string(),
      ),
      async (body) => {
        const { ask } = await routesInMemory();
        const answer = await ask(route, { headers: HEADERS, pathParameters: PATH, body });
        expect(DOCUMENTED[route]).toContain(answer.status);
        if (answer.status >= 400) expect(problemDocument.safeParse(answer.body).error).toBeUndefined();
      },
    ),
    { numRuns: 300, seed: 5 },
  );
});
