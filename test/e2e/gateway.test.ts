import { asNobody } from '../../client/credentials.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { local } from '../../lib/stages/local.ts';
import { COMMON_HEADERS, expectCommonHeaders, expectProblem } from './answers.ts';
import { asWebShop } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { sendRaw } from './raw-request.ts';

let platform: Deployed;
beforeAll(async () => {
  platform = await deployed();
});

test.each(['/health', '/provider/health'])('GET %s reports that the service is healthy', async (path) => {
  const answer = await platform.operator.send({ method: 'GET', path });
  expect(answer).toMatchObject({ status: 200, body: { status: 'UP' } });
  expectCommonHeaders(answer, { 'content-type': 'application/json' });
});

test('/health needs no credentials', async () => {
  expect(await platform.operator.as(asNobody).send({ method: 'GET', path: '/health' })).toMatchObject({ status: 200 });
});

test.each([...new Set(OPERATIONS.map(({ path }) => path))])(
  'a preflight request to %s is answered for the allowed origin',
  async (path) => {
    const answer = await platform.operator.as(asNobody).send({
      method: 'OPTIONS',
      path: path.replaceAll(/[{}]/g, ''),
      headers: { origin: local.api.origin, 'access-control-request-method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe(local.api.origin);
    const allowed = OPERATIONS.filter((operation) => operation.path === path).map(({ method }) => method);
    expect(answer.headers.get('access-control-allow-methods')?.split(',')).toEqual(expect.arrayContaining(allowed));
    expect(answer.headers.get('access-control-allow-headers')?.split(',')).toEqual(
      expect.arrayContaining(['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'X-Api-Key']),
    );
  },
);

test('an answer allows the one configured origin only', async () => {
  const headers = { origin: 'https://evil.example.com' };
  const answers = await Promise.all([
    platform.operator.send({ method: 'GET', path: '/health', headers }),
    platform.operator.as(asNobody).send({ method: 'GET', path: '/orders', headers }),
    platform.api.send({ method: 'GET', path: '/orders', headers }),
  ]);
  for (const answer of answers) {
    expect(answer.headers.get('access-control-allow-origin')).toBe(COMMON_HEADERS['access-control-allow-origin']);
  }
});

test.each([
  ['GET', '/nothing'],
  ['GET', '/'],
  ['DELETE', '/orders'],
  ['POST', '/health'],
  ['PATCH', '/orders/01JD3Y9N6C8Q2VZ4K5T7M0XRWE'],
] as const)('%s %s is not a route, and gets a problem document like every refusal', async (method, path) => {
  expectProblem(await platform.operator.as(asNobody).send({ method, path }), 403);
});

test('a long answer is compressed on request, with the same content', async () => {
  const article = { name: 'x'.repeat(200), warehouse: 'north', unitPrice: 1, currency: 'EUR' };
  await Promise.all([1, 2, 3, 4, 5].map((index) => platform.articles.put({ sku: `PADDING-${index}`, ...article }, 0)));
  const webShop = platform.operator.as(await asWebShop(platform));
  const list = (encoding: string) =>
    webShop.send({ method: 'GET', path: '/products', headers: { 'accept-encoding': encoding } });
  const [plain, compressed] = [await list('identity'), await list('gzip')];
  expect(plain.headers.has('content-encoding')).toBe(false);
  expect(compressed.headers.get('content-encoding')).toBe('gzip');
  expect(compressed.body).toEqual(plain.body);
});

test.each([...new Set(OPERATIONS.map(({ path }) => path))])(
  'a preflight request to %s with a text body is refused',
  async (path) => {
    const headers = { origin: local.api.origin, 'access-control-request-method': 'POST', 'content-type': 'text/plain' };
    const named = path.replaceAll(/[{}]/g, '');
    expectProblem(
      await platform.operator.as(asNobody).send({ method: 'OPTIONS', path: named, headers, body: 'x' }),
      415,
    );
    expectProblem(await platform.operator.as(asNobody).send({ method: 'OPTIONS', path: named, headers }), 415);
  },
);

test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
  'GET /health with a body of type %s is refused',
  async (type) => {
    const headers = { 'content-type': type, 'content-length': '1' };
    expectProblem(await sendRaw({ method: 'GET', api: platform.operator, path: '/health', headers, body: 'x' }), 415);
  },
);
