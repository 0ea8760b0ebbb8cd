import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { apiKeyOf } from '../../client/api-keys.ts';
import { Customer } from '../../client/customer.ts';
import { DemoPartner } from '../../client/partner.ts';
import { placeAsPartner } from '../../client/partner-order.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { DUTIES } from '../../lib/api/operations/operation.ts';
import { local } from '../../lib/stages/local.ts';
import { SIGNING, shownCalls } from '../docs/shown-calls.ts';
import { operatorOf } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { invoiced } from './invoices.ts';
import { ordersSettled } from './orders-under-way.ts';

const HOUR = 3_600_000;

let platform: Deployed;
let folder: string;
let variables: Record<string, string>;

/** The variables that the page requires before its calls. */
async function variablesOf(): Promise<Record<string, string>> {
  const { outputs, operator, shop } = platform;
  const [partnerKey, partner] = await Promise.all([
    apiKeyOf(local, outputs, 'PartnerKeyId'),
    DemoPartner.of(local, outputs),
  ]);
  // Afterwards, the authorizer has read the key of the partner's tokens.
  await placeAsPartner(operator, partnerKey, partner);
  const { accessKeyId, secretAccessKey } = await operatorOf(platform, DUTIES);
  const shipped = await shop.purchase();
  await invoiced(platform.api, shipped);
  return {
    AWS_REGION: local.region,
    AWS_SESSION_TOKEN: '',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    API: operator.opts.baseUrl.replace(/\/$/, ''),
    TOKEN: (await new Customer(local, outputs).tokens()).accessToken,
    KEY: await apiKeyOf(local, outputs, 'WebShopKeyId'),
    PARTNER_KEY: partnerKey,
    PARTNER_TOKEN: await partner.tokens.sign(),
    ORDER: shipped.orderId,
    WAITING: await shop.place({ shipNotBefore: new Date(Date.now() + HOUR).toISOString() }),
    EXPENSIVE: await shop.place({ lines: [{ sku: 'ESPRESSO-MACHINE', quantity: 1 }] }),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-page-'));
  // curl prints the status after the answer.
  await writeFile(join(folder, '.curlrc'), 'silent\nwrite-out = "%{stderr}%{http_code}"\n');
  await writeFile(join(folder, 'milk-jug.png'), 'an image');
  platform = await deployed();
  variables = await variablesOf();
  await platform.shop.awaitsApproval(variables.EXPENSIVE ?? '');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await ordersSettled(platform, ['partner-demo', decodeJwt(variables.TOKEN ?? '').sub ?? '']);
});

// In the order of the page: it creates a product, changes it and deletes it.
test.each(shownCalls())('the call of $operation in docs/api.md succeeds', async ({ operation, commands }) => {
  const { stderr: status } = await promisify(execFile)('bash', ['--norc', '-euc', `${SIGNING}\n${commands}`], {
    cwd: folder,
    env: { ...process.env, ...variables, CURL_HOME: folder },
  });
  const { answers } = OPERATIONS.find(({ method, path }) => `${method} ${path}` === operation) ?? { answers: {} };
  expect(Object.keys(answers).filter((documented) => documented.startsWith('2'))).toContain(status);
});

test('docs/api.md downloads an invoice as a PDF', async () => {
  expect((await readFile(join(folder, 'invoice.pdf'))).subarray(0, 4).toString()).toBe('%PDF');
});
