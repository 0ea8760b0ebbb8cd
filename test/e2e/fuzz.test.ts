import fc from 'fast-check';
import { decodeJwt } from 'jose';
import type { ApiAnswer, ApiRequest } from '../../client/api-client.ts';
import { asNobody, type Credentials, withApiKey, withToken } from '../../client/credentials.ts';
import { Shop } from '../../client/shop.ts';
import { asOperatorOf, asWebShop, callingPartner, newCustomer } from './callers.ts';
import { type Deployed, deployed, PATIENCE } from './deployed.ts';
import { isAllowed, objections } from './fuzz/conformance.ts';
import { type FuzzedRequest, fuzzedRequest } from './fuzz/fuzzed-request.ts';
import { DOCUMENTED } from './fuzz/open-api.ts';
import { ordersSettled } from './orders-under-way.ts';
import { browserToken } from './sign-in.ts';

/** The seed of the generated requests; another seed generates others: `FUZZ_SEED=1 npm run test:e2e`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);
const AT_ONCE = 8;
const ROUNDS = 255;

/** The minimum share of valid requests by permitted callers that must succeed; it was 0.57 and 0.52 with seeds 20261121 and 1. */
const SUCCEEDING = 0.4;
/** The maximum share of throttled requests; it was 0, as each method has its own limit. */
const TOO_FAST = 0.05;
/** Operations that need an open order; the orders known here are complete. */
const NEVER_IN_TIME = ['requestCancellation', 'decideApproval'];
/** A product that only PATCH changes, so that its version can be predicted. */
const PLATE = `FUZZ-PLATE-${crypto.randomUUID().slice(0, 8).toUpperCase()}`;

let platform: Deployed;
/** The owners of the orders. */
const fuzzers = ['partner-demo'];
const callers: Record<string, Record<FuzzedRequest['sender'], Credentials>> = {};
const known: Record<string, unknown[]> = {
  // Orders use other products than changes and deletions do; otherwise most orders would be refused.
  sku: ['FUZZ-CUP', 'FUZZ-POT'],
  'path:sku': ['FUZZ-BOWL', 'FUZZ-JAR'],
  paymentToken: ['tok_visa', 'tok_declined'],
  currency: ['EUR'],
  quantity: [1, 2],
  unitPrice: [0, 100, 5_000],
  shipNotBefore: [new Date().toISOString()],
  'header:If-Match': ['"1"', '"1"', '"2"', '"3"'],
  'header:Idempotency-Key': [crypto.randomUUID(), crypto.randomUUID()],
  name: ['Fuzzy cup', 'ünïcödé ☕ 😀', "it's"],
};

beforeAll(async () => {
  platform = await deployed();
  const article = { name: 'Fuzzy', warehouse: 'north', unitPrice: 100, currency: 'EUR' };
  for (const sku of ['FUZZ-CUP', 'FUZZ-POT', PLATE]) await platform.articles.put({ sku, ...article }, 1_000_000);

  const mine = newCustomer(platform);
  const shop = new Shop(platform.operator.as(mine.credentials), platform.operator, PATIENCE);
  const { accessToken, idToken } = await mine.tokens();
  fuzzers.push(decodeJwt(accessToken).sub ?? '');
  const partner = await callingPartner(platform);
  const partnerToken = await partner.partner.tokens.sign();
  const bearing = (token: string) => withToken(async () => token);
  Object.assign(callers, {
    customer: {
      right: bearing(accessToken),
      nobody: asNobody,
      stranger: bearing(await browserToken(platform, 'openid')),
      garbled: bearing(idToken),
    },
    operator: {
      right: undefined,
      nobody: asNobody,
      stranger: await asOperatorOf(platform),
      garbled: bearing(accessToken),
    },
    apiKey: {
      right: await asWebShop(platform),
      nobody: asNobody,
      stranger: withApiKey('k'.repeat(40)),
      garbled: bearing(accessToken),
    },
    partner: {
      right: partner.as(async () => partnerToken),
      nobody: asNobody,
      stranger: partner.as(async () => accessToken),
      garbled: bearing(partnerToken),
    },
  });
  known['path:orderId'] = [
    (await shop.purchase({ lines: [{ sku: 'FUZZ-CUP', quantity: 1 }] })).orderId,
    await shop.place(),
  ];
  await shop.settled(`${known['path:orderId'][1]}`);
});

// Two thousand requests leave many open orders.
afterAll(() => ordersSettled(platform, fuzzers, { timeoutMs: 60_000, intervalMs: 500 }), 90_000);

/** The requests to send to an operation. */
function knownTo({ operationId }: (typeof DOCUMENTED)[number]): Record<string, unknown[]> {
  return operationId === 'patchProduct' ? { ...known, 'path:sku': [PLATE, ...(known['path:sku'] ?? [])] } : known;
}

/** The caller of an operation, by its kind of access. */
function credentialsFor({ operation, sender }: FuzzedRequest): Credentials | undefined {
  const demanded = Object.keys(operation.security?.[0] ?? {});
  const kind = demanded.includes('partner') ? 'partner' : demanded[0];
  return kind ? callers[kind]?.[sender] : asNobody;
}

function httpRequest({ operation, parameters, contentType, body }: FuzzedRequest): ApiRequest {
  const of = (place: string) =>
    (operation.parameters ?? []).flatMap(({ in: where, name }) => {
      const value = parameters[name];
      return where === place && value !== undefined ? [[name, `${value}`] as const] : [];
    });
  const path = of('path').reduce(
    (found, [name, value]) => found.replace(`{${name}}`, () => segment(value)),
    operation.path,
  );
  const query = new URLSearchParams(of('query').map(([name, value]): [string, string] => [name, value]));
  const headers = { ...Object.fromEntries(of('header')), ...(contentType && { 'content-type': contentType }) };
  const method = operation.method.toUpperCase() as ApiRequest['method'];
  return { method, path: query.size > 0 ? `${path}?${query}` : path, headers, body };
}

/** A value as a path segment. `fetch` would resolve a segment of dots only, even if it is encoded. */
function segment(value: string): string {
  return /^\.{1,2}$/.test(value) ? `${value}-` : encodeURIComponent(value);
}

function send(request: FuzzedRequest): Promise<ApiAnswer> {
  const credentials = credentialsFor(request);
  return (credentials ? platform.operator.as(credentials) : platform.operator).send(httpRequest(request));
}

test('every request generated from the document is answered as documented', async () => {
  const statuses: Record<string, number> = {};
  const succeeded: string[] = [];
  let right = 0;
  const objected: Record<string, string> = {};
  const request = fc.constantFrom(...DOCUMENTED).chain((operation) => fuzzedRequest(operation, knownTo(operation)));
  const together = fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE });
  const property = fc.asyncProperty(together, async (requests) => {
    await Promise.all(
      requests.map(async (each) => {
        const answer = await send(each);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (each.sender === 'right' && isAllowed(each)) {
          right++;
          if (answer.status < 300) succeeded.push(each.operation.operationId);
        }
        for (const objection of objections(each, answer)) {
          objected[`${each.operation.operationId} ${objection}`] ??= describeExchange(each, answer);
        }
      }),
    );
  });
  await fc.assert(property, { seed: SEED, numRuns: ROUNDS });
  const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  console.log(
    `seed ${SEED}: ${total} requests, ${succeeded.length} of ${right} right ones done, ${JSON.stringify(statuses)}`,
  );
  expect(objected).toEqual({});
  expect(total).toBeGreaterThanOrEqual(2_000);

  // Otherwise the test would pass if every caller were refused, or every request throttled.
  expect((statuses[429] ?? 0) / total).toBeLessThan(TOO_FAST);
  expect(succeeded.length / right).toBeGreaterThan(SUCCEEDING);
  const expected = DOCUMENTED.map(({ operationId }) => operationId).filter((id) => !NEVER_IN_TIME.includes(id));
  expect([...new Set(succeeded)]).toEqual(expect.arrayContaining(expected));
}, 120_000);

/** A request and its answer, to reproduce a failure. */
function describeExchange(request: FuzzedRequest, { bytes }: ApiAnswer): string {
  const { method, path, headers, body } = httpRequest(request);
  const sent = body instanceof Uint8Array ? `${body.length} bytes` : body;
  return `${request.sender}: ${method} ${path} ${JSON.stringify(headers)} ${sent} => ${new TextDecoder().decode(bytes)}`;
}
