import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  DeleteUsagePlanCommand,
  type PatchOperation,
  type QuotaSettings,
  type ThrottleSettings,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { withApiKey } from '../../client/credentials.ts';
import { API_VERSION } from '../../lib/api/operations/index.ts';
import { local } from '../../lib/stages/local.ts';
import { expectProblem } from './answers.ts';
import { sendInTime } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';

const client = new APIGatewayClient({ region: local.region });
let platform: Deployed;
let apiId: string;
beforeAll(async () => {
  platform = await deployed();
  apiId = new URL(platform.outputs.get('ApiUrl')).hostname.split('.')[0] ?? '';
});

/** An API key with its own usage plan, for the duration of a test. */
async function withPlan(
  limits: { throttle?: ThrottleSettings; quota?: QuotaSettings },
  look: (key: string) => Promise<void>,
): Promise<void> {
  const name = `plan-${crypto.randomUUID()}`;
  const plan = await client.send(
    new CreateUsagePlanCommand({ name, ...limits, apiStages: [{ apiId, stage: API_VERSION }] }),
  );
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
])('a caller %s gets a Retry-After header', async (_, limits, retryAfter) => {
  await withPlan(limits, async (key) => {
    const client = platform.operator.as(withApiKey(key));
    const list = () => client.send({ method: 'GET', path: '/products' });
    expect(await list()).toMatchObject({ status: 200 });
    const refused = await list();
    expectProblem(refused, 429);
    expect(refused.headers.get('retry-after')).toBe(retryAfter);
  });
});

/** Limits GET /health to one request for the duration of a test. */
async function withOneRequest(look: () => Promise<void>): Promise<void> {
  const method = '/~1health/GET';
  const update = (...patchOperations: PatchOperation[]) =>
    client.send(new UpdateStageCommand({ restApiId: apiId, stageName: API_VERSION, patchOperations }));
  await update(
    { op: 'replace', path: `${method}/throttling/rateLimit`, value: '0.001' },
    { op: 'replace', path: `${method}/throttling/burstLimit`, value: '1' },
  );
  try {
    await look();
  } finally {
    await update({ op: 'remove', path: method });
  }
}

test('a caller above the rate limit of a method gets a Retry-After header', async () => {
  const check = () => platform.operator.send({ method: 'GET', path: '/health' });
  await withOneRequest(async () => {
    expect(await check()).toMatchObject({ status: 200 });
    const refused = await check();
    expectProblem(refused, 429);
    expect(refused.headers.get('retry-after')).toBe('1');
  });
  expect(await sendInTime(platform.operator, { method: 'GET', path: '/health' })).toMatchObject({ status: 200 });
});
