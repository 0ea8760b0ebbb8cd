import type { ApiClient, ApiRequest } from '../../client/api-client.ts';
import { asNobody, asOperator, type Credentials, withApiKey, withToken } from '../../client/credentials.ts';
import { requirePasswordSignIn } from '../../client/customer.ts';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { ApiServer, type Received } from './api-server.ts';

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
const GET: ApiRequest = { method: 'GET', path: '/orders' };

const server = new ApiServer();
let api: ApiClient;

beforeAll(async () => {
  api = await server.start();
});
afterAll(() => server.stop());

/** Sends a request to an API that answers with `body`; returns the received request and the answer. */
async function exchange(request: ApiRequest, credentials: Credentials, body: Uint8Array | string = '', type = '') {
  server.answer = { status: 200, type, body };
  const answer = await api.as(credentials).send(request);
  return { answer, received: server.received.at(-1) as Received };
}

test('calls the API under the path of the endpoint', async () => {
  const { received } = await exchange({ method: 'GET', path: '/orders/1?limit=2' }, asNobody);
  expect(received.url).toBe('/restapis/abc123/v1/_user_request_/orders/1?limit=2');
});

test('a customer is identified by a token, which is requested for each call', async () => {
  const tokens = ['first', 'second'];
  const customer = withToken(async () => tokens.shift() ?? '');
  for (const token of ['first', 'second']) {
    expect((await exchange(GET, customer)).received.headers.authorization).toBe(`Bearer ${token}`);
  }
});

test('a web shop is identified by its key, and a partner by a key and a token', async () => {
  const shop = await exchange(GET, withApiKey('the-key'));
  expect(shop.received.headers).toMatchObject({ 'x-api-key': 'the-key' });
  expect(shop.received.headers).not.toHaveProperty('authorization');
  const partner = withApiKey(
    'the-key',
    withToken(async () => 'signed'),
  );
  expect((await exchange(GET, partner)).received.headers).toMatchObject({
    'x-api-key': 'the-key',
    authorization: 'Bearer signed',
  });
});

test("an operator's signature covers the headers and the body", async () => {
  const request: ApiRequest = { method: 'PUT', path: '/products/A', headers: { 'if-match': '"1"' }, body: '{}' };
  const { received } = await exchange(request, asOperator('eu-central-1', KEYS));
  const { authorization } = received.headers;
  expect(authorization).toContain('AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/');
  expect(authorization).toContain('/eu-central-1/execute-api/aws4_request');
  expect(authorization).toMatch(/SignedHeaders=host;if-match;x-amz-content-sha256;x-amz-date/);
});

test('an anonymous caller sends no credentials', async () => {
  const { received } = await exchange(GET, asNobody);
  expect(received.headers).not.toHaveProperty('authorization');
  expect(received.headers).not.toHaveProperty('x-api-key');
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('sends %s with its headers', async (method) => {
  const { received } = await exchange({ method, path: '/products/A', headers: { 'if-match': '"3"' } }, asNobody);
  expect(received).toMatchObject({ method, headers: { 'if-match': '"3"' } });
});

const BINARY = Uint8Array.from({ length: 256 }, (_, index) => index);

test('sends and receives bytes unchanged', async () => {
  const request: ApiRequest = { method: 'PUT', path: '/products/A/image', body: BINARY };
  const { answer, received } = await exchange(request, asOperator('eu-central-1', KEYS), BINARY, 'image/png');
  expect(Buffer.from(BINARY).equals(received.body)).toBe(true);
  expect(Buffer.from(BINARY).equals(answer.bytes)).toBe(true);
  expect(answer.body).toBeUndefined();
});

test.each(['application/json', 'application/problem+json', 'application/json; charset=utf-8'])(
  'reads a body of %s',
  async (type) => {
    const { answer } = await exchange(GET, asNobody, '{"title":"Not Found"}', type);
    expect(answer.body).toEqual({ title: 'Not Found' });
  },
);

test('reports in one sentence that the demo needs password sign-in, which a stage that serves customers refuses', () => {
  expect(() => requirePasswordSignIn(dev)).not.toThrow();
  expect(() => requirePasswordSignIn(prod)).toThrow(
    "The demo signs in with a password: 'signIn.passwordSignIn' must be true, got false in stage prod.",
  );
});
