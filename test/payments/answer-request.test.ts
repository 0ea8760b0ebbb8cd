import { OPEN_ROUTES, SANDBOX_ROUTES } from '../../lambda/payments/sandbox/sandbox-routes.ts';
import { type ServedSandbox, serveSandbox } from './sandbox-server.ts';

const CREDENTIAL = 'a-credential-that-the-sandbox-takes';
const CHARGE = { amount: 2_500, currency: 'EUR', token: 'tok_visa' };

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveSandbox(CREDENTIAL);
});
afterAll(() => sandbox.close());

function ask(method: string, path: string, body?: unknown, authorization = `Bearer ${CREDENTIAL}`): Promise<Response> {
  return fetch(`${sandbox.url}${path}`, {
    method,
    headers: { ...(authorization && { authorization }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

const guarded = SANDBOX_ROUTES.filter((route) => !OPEN_ROUTES.includes(route));
describe.each(guarded.map((route) => route.replace(/\{\w+\}/g, 'order-charge').split(' ')))(
  '%s %s',
  (method = '', path = '') => {
    test.each([
      ['no credential', ''],
      ['a wrong one', 'Bearer another-credential'],
      ['another scheme', `Basic ${CREDENTIAL}`],
      ['no scheme', CREDENTIAL],
    ])('is answered with 401 for %s, and changes nothing', async (_, authorization) => {
      const response = await ask(method, path, method === 'PUT' ? CHARGE : undefined, authorization);
      expect(response.status).toBe(401);
      expect((await ask('GET', '/payments/order-charge')).status).toBe(404);
    });
  },
);

test.each([
  ['a negative amount', { ...CHARGE, amount: -1 }, 'amount'],
  ['a fraction of a cent', { ...CHARGE, amount: 0.5 }, 'amount'],
  ['no currency', { ...CHARGE, currency: undefined }, 'currency'],
  ['an invalid currency', { ...CHARGE, currency: 'euro' }, 'currency'],
  ['an unknown field', { ...CHARGE, card: '4242' }, 'card'],
  ['malformed JSON', '{', '(the whole input)'],
])('refuses a charge with %s, and names the field', async (_, body, field) => {
  const response = await ask('PUT', '/payments/bad-charge', body);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(((await response.json()) as { detail: string }).detail).toContain(`${field}: expected`);
});

test('reports its health without a credential', async () => {
  const response = await ask('GET', '/health', undefined, '');
  expect([response.status, await response.json()]).toEqual([200, { status: 'UP' }]);
});

test('responds 404 for an unknown payment and an unknown route', async () => {
  expect((await ask('GET', '/payments/unknown-charge')).status).toBe(404);
  expect((await ask('DELETE', '/payments/unknown-charge')).status).toBe(404);
});

test('responds 409 if a request contradicts an earlier one', async () => {
  await ask('PUT', '/payments/conflict-charge', CHARGE);
  expect((await ask('PUT', '/payments/conflict-charge', { ...CHARGE, amount: 1 })).status).toBe(409);
});

test('responds with the payment and never with the token', async () => {
  const body = await (await ask('PUT', '/payments/shown-charge', CHARGE)).json();
  expect(body).toEqual({ key: 'shown-charge', status: 'CHARGED', amount: 2_500, currency: 'EUR' });
});

test('shows the ledger of an order', async () => {
  await ask('PUT', '/payments/booked-charge', CHARGE);
  await ask('PUT', '/payments/booked-charge/refund/booked-refund', { amount: 1_000 });
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(await (await ask('GET', '/ledger?order=booked')).json()).toEqual({
    entries: [
      { key: 'booked-charge', kind: 'CHARGE', amount: 2_500, currency: 'EUR', at },
      { key: 'booked-refund', kind: 'REFUND', amount: -1_000, currency: 'EUR', at },
    ],
    balance: 1_500,
  });
});

test('accepts an announced credential in addition to the current one, until another one is announced', async () => {
  const [second, third] = ['the-second-credential-of-this-platform', 'the-third-credential-of-this-platform'];
  const accepted = async (credential: string) =>
    (await ask('GET', '/credential', undefined, `Bearer ${credential}`)).status;

  expect((await ask('PUT', '/credential', { credential: second })).status).toBe(204);
  expect([await accepted(CREDENTIAL), await accepted(second)]).toEqual([204, 204]);
  await ask('PUT', '/credential', { credential: third });
  expect([await accepted(second), await accepted(third)]).toEqual([401, 204]);
});

test('refuses an announced credential that is easy to guess', async () => {
  expect((await ask('PUT', '/credential', { credential: 'short' })).status).toBe(400);
});
