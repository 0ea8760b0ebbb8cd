import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { decodeJwt } from 'jose';
import type { OrderStatus } from '../../lambda/orders/order.ts';
import { isSettled } from '../../lambda/orders/order-change.ts';
import { local } from '../../lib/stages/local.ts';
import type { ApiAnswer, ApiRequest } from '../../local/demo/api-client.ts';
import { asNobody, type Credentials, withApiKey, withToken } from '../../local/demo/credentials.ts';
import { Shop } from '../../local/demo/shop.ts';
import { until } from '../../local/demo/until.ts';
import { asUser, asWebShop, callingPartner, newCustomer } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { objections } from './fuzz/conformance.ts';
import { type FuzzedRequest, fuzzedRequest } from './fuzz/fuzzed-request.ts';
import { DOCUMENTED } from './fuzz/open-api.ts';
import { browserToken } from './sign-in.ts';

/** Another one finds other things: `FUZZ_SEED=1 npm run test:e2e`. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);
const AT_ONCE = 8;
const ROUNDS = 255;

let platform: Deployed;
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));
/** Whose orders these are. */
const fuzzers = ['partner-demo'];
const callers: Record<string, Record<FuzzedRequest['sender'], Credentials>> = {};
const known: Record<string, unknown[]> = {
  // What is ordered is not what is changed and removed: most orders would be for nothing.
  sku: ['FUZZ-CUP', 'FUZZ-POT'],
  'path:sku': ['FUZZ-BOWL', 'FUZZ-JAR'],
  paymentToken: ['tok_visa', 'tok_declined'],
  currency: ['EUR'],
  quantity: [1, 2],
  unitPrice: [0, 100, 5_000],
  'header:If-Match': ['"1"', '"2"', '"3"'],
  'header:Idempotency-Key': [crypto.randomUUID(), crypto.randomUUID()],
  name: ['Fuzzy cup', 'ünïcödé ☕ 😀', "it's"],
};

beforeAll(async () => {
  platform = await deployed();
  const article = { name: 'Fuzzy', warehouse: 'north', unitPrice: 100, currency: 'EUR' };
  for (const sku of ['FUZZ-CUP', 'FUZZ-POT']) await platform.articles.put({ sku, ...article }, 1_000_000);

  const mine = newCustomer(platform);
  const shop = new Shop(platform.operator.as(mine.credentials), platform.operator);
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
    operator: { right: undefined, nobody: asNobody, stranger: await asUser(), garbled: bearing(accessToken) },
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
}, 60_000);

/** Who is to send to an operation, by what it demands. */
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

/** A value as a part of a path: `fetch` takes dots alone, encoded or not, for directions. */
function segment(value: string): string {
  return /^\.{1,2}$/.test(value) ? `${value}-` : encodeURIComponent(value);
}

function send(request: FuzzedRequest): Promise<ApiAnswer> {
  const credentials = credentialsFor(request);
  return (credentials ? platform.operator.as(credentials) : platform.operator).send(httpRequest(request));
}

test('whatever is made up from the document is answered as the document says', async () => {
  const statuses: Record<string, number> = {};
  const objected: Record<string, string> = {};
  const request = fc.constantFrom(...DOCUMENTED).chain((operation) => fuzzedRequest(operation, known));
  const together = fc.array(request, { minLength: AT_ONCE, maxLength: AT_ONCE });
  const property = fc.asyncProperty(together, async (requests) => {
    await Promise.all(
      requests.map(async (each) => {
        const answer = await send(each);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        for (const objection of objections(each, answer)) {
          objected[`${each.operation.operationId} ${objection}`] ??= describeExchange(each, answer);
        }
      }),
    );
  });
  await fc.assert(property, { seed: SEED, numRuns: ROUNDS });
  const total = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  console.log(`seed ${SEED}: ${total} requests, ${JSON.stringify(statuses)}`);
  expect(objected).toEqual({});
  expect(total).toBeGreaterThanOrEqual(2_000);
}, 120_000);

/** One request and its answer, to try by hand. */
function describeExchange(request: FuzzedRequest, { bytes }: ApiAnswer): string {
  const { method, path, headers, body } = httpRequest(request);
  const sent = body instanceof Uint8Array ? `${body.length} bytes` : body;
  return `${request.sender}: ${method} ${path} ${JSON.stringify(headers)} ${sent} => ${new TextDecoder().decode(bytes)}`;
}

/** The orders that were accepted and are not done with. */
async function underWay(): Promise<{ orderId: string; status: OrderStatus }[]> {
  const found: { orderId: string; status: OrderStatus; customerId: string }[] = [];
  const TableName = platform.outputs.get('OrdersTable');
  for await (const { Items } of paginateScan({ client: documents }, { TableName }))
    found.push(...((Items ?? []) as never[]));
  return found.filter(({ customerId, status }) => fuzzers.includes(customerId) && !isSettled(status));
}

test('every order that was accepted comes to an end', async () => {
  await until('the end of all orders', { timeoutMs: 60_000, intervalMs: 500 }, async () => {
    const orders = await underWay();
    const waiting = orders.filter(({ status }) => status === 'AWAITING_APPROVAL');
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ decision: 'DENIED' });
    for (const { orderId } of waiting) {
      await platform.operator.send({ method: 'POST', path: `/orders/${orderId}/approval`, headers, body });
    }
    return orders.length === 0 || undefined;
  });
}, 90_000);
