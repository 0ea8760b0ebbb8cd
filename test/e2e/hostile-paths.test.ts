import { Customer } from '../../client/customer.ts';
import { local } from '../../lib/stages/local.ts';
import { inTime } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { type RawRequest, sendRaw } from './raw-request.ts';
import { orderRequest } from './requests.ts';
import { itemsKept } from './stores.ts';

const LONG = 'A'.repeat(10_000);
let platform: Deployed;
let token: string;
let before: Record<string, number>;

beforeAll(async () => {
  platform = await deployed();
  token = (await new Customer(local, platform.outputs).tokens()).accessToken;
  before = await itemsKept(platform);
});

const send = (request: Omit<RawRequest, 'api'>) => inTime(() => sendRaw({ ...request, api: platform.api }));
const nothingIsWritten = async () => expect(await itemsKept(platform)).toEqual(before);

const PATHS = [
  '/orders/../approvals',
  '/orders/%2e%2e/approvals',
  '/orders/%2e%2e%2fapprovals',
  '/orders/..%2f..%2fapprovals',
  '/orders/%252e%252e%252fapprovals',
  '/orders/%2F',
  '/orders/%00',
  '/orders/%0d%0aX-Injected:%20true',
  '/orders/%ff%fe',
  '/orders/%',
  '/orders/%zz',
  "/orders/'%20OR%20'1'='1",
  '/orders/%F0%9F%98%80',
  '/orders/$util.error()',
  '/orders/__proto__',
  '/orders;x=1',
  '/ORDERS',
];

test.each(PATHS)('the path %s is refused, and nothing is written', async (path) => {
  for (const suffix of ['', '/invoice', '/refund', '/cancellation']) {
    const method = suffix === '' || suffix === '/invoice' ? 'GET' : 'POST';
    const headers = { authorization: `Bearer ${token}` };
    const answer = await send({ method, path: `${path}${suffix}`, headers });
    expect([suffix, [400, 403, 404, 405].includes(answer.status) || answer.status]).toEqual([suffix, true]);
    expect(answer.headers.has('x-injected')).toBe(false);
  }
  await nothingIsWritten();
});

test.each([
  ['one of 20,000 characters', { 'x-flood': 'x'.repeat(20_000) }],
  ['two hundred', Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-flood-${index}`, 'x'.repeat(100)]))],
  ['a token of 12,000 characters', { authorization: `Bearer ${'x'.repeat(12_000)}` }],
  ['an id of 10,000 characters', { 'idempotency-key': LONG }],
])('too many headers are refused before the request is processed: %s', async (_, flood) => {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'k-1',
    ...flood,
  };
  const { body } = orderRequest();
  const answer = await send({ method: 'POST', path: '/orders', headers, body });
  expect([400, 401, 413, 431]).toContain(answer.status);
  await nothingIsWritten();
});

test('an id of 10,000 characters in a path is refused', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const { status } = await send({ method: 'GET', path: `/orders/${LONG}`, headers });
  expect([400, 404, 414, 431]).toContain(status);
});
