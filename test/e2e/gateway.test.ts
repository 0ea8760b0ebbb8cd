import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  DeleteUsagePlanCommand,
  type QuotaSettings,
  type ThrottleSettings,
} from '@aws-sdk/client-api-gateway';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { local } from '../../lib/stages/local.ts';
import { asNobody, withApiKey } from '../../local/demo/credentials.ts';
import { until } from '../../local/demo/until.ts';
import { COMMON_HEADERS, expectCommonHeaders, expectProblem } from './answers.ts';
import { asWebShop } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';

let platform: Deployed;
beforeAll(async () => {
  platform = await deployed();
});

test.each(['/health', '/provider/health'])('GET %s says that all is well', async (path) => {
  const answer = await platform.operator.send({ method: 'GET', path });
  expect(answer).toMatchObject({ status: 200, body: { status: 'UP' } });
  expectCommonHeaders(answer, { 'content-type': 'application/json' });
});

test('/health is for anyone', async () => {
  expect(await platform.operator.as(asNobody).send({ method: 'GET', path: '/health' })).toMatchObject({ status: 200 });
});

test.each([...new Set(OPERATIONS.map(({ path }) => path))])(
  'a browser may ask what the one origin may send to %s',
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

test('an answer names the one origin, whatever origin asks', async () => {
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
] as const)('%s %s is no route, and says so as all refusals do', async (method, path) => {
  expectProblem(await platform.operator.as(asNobody).send({ method, path }), 403);
});

test('a long answer is compressed for whom it suits, and says the same', async () => {
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

/** A key on a plan of its own, for as long as a test looks at it. */
async function withPlan(
  limits: { throttle?: ThrottleSettings; quota?: QuotaSettings },
  look: (key: string) => Promise<void>,
): Promise<void> {
  const client = new APIGatewayClient({ region: local.region });
  const name = `plan-${crypto.randomUUID()}`;
  const apiId = new URL(platform.outputs.get('ApiUrl')).hostname.split('.')[0];
  const plan = await client.send(new CreateUsagePlanCommand({ name, ...limits, apiStages: [{ apiId, stage: 'v1' }] }));
  const key = await client.send(new CreateApiKeyCommand({ name, enabled: true }));
  try {
    await client.send(new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' }));
    await look(key.value ?? '');
  } finally {
    await client.send(new DeleteUsagePlanCommand({ usagePlanId: plan.id }));
    await client.send(new DeleteApiKeyCommand({ apiKey: key.id }));
  }
}

test.each<[string, { throttle?: ThrottleSettings; quota?: QuotaSettings }, string]>([
  ['faster than its plan allows', { throttle: { rateLimit: 0.01, burstLimit: 1 } }, '1'],
  ['more often than its quota allows', { quota: { limit: 1, period: 'DAY' } }, '3600'],
])('who calls %s is told when to come back', async (_, limits, retryAfter) => {
  await withPlan(limits, async (key) => {
    const client = platform.operator.as(withApiKey(key));
    const list = () => client.send({ method: 'GET', path: '/products' });
    expect(await list()).toMatchObject({ status: 200 });
    const refused = await list();
    expectProblem(refused, 429);
    expect(refused.headers.get('retry-after')).toBe(retryAfter);
  });
});

test('whoever calls faster than the stage allows is told when to come back', async () => {
  const refused = await until('an answer to too many requests', PATIENCE, async () => {
    const requests = Array.from({ length: 2 * local.throttle.burst }, () =>
      platform.operator.send({ method: 'GET', path: '/health' }),
    );
    return (await Promise.all(requests)).find(({ status }) => status === 429);
  });
  expectProblem(refused, 429);
  expect(refused.headers.get('retry-after')).toBe('1');
}, 30_000);
