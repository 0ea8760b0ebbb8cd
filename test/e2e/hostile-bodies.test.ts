import type { ApiClient } from '../../client/api-client.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import type { Access } from '../../lib/api/operations/operation.ts';
import { expectProblem } from './answers.ts';
import { everybody, sendInTime } from './callers.ts';
import { type Deployed, deployed } from './deployed.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import { requestFor } from './requests.ts';
import { itemsKept } from './stores.ts';

const LONG = 'A'.repeat(10_000);
const CARD = '4111 1111 1111 1111';
let platform: Deployed;
let callers: Record<Access['kind'], ApiClient>;
let before: Record<string, number>;

beforeAll(async () => {
  platform = await deployed();
  callers = await everybody(platform);
  before = await itemsKept(platform);
});

const nothingIsWritten = async () => expect(await itemsKept(platform)).toEqual(before);
const withJson = OPERATIONS.filter(({ body }) => body && 'schema' in body);
if (withJson.length === 0) throw new Error('no route accepts JSON');

/** Sends a body to every route that accepts JSON and expects each to refuse it with one of these statuses. */
async function refusedEverywhere(statuses: number[], body: string): Promise<void> {
  for (const operation of withJson) {
    const answer = await sendInTime(callers[operation.access.kind], { ...requestFor(operation), body });
    expect([operation.id, statuses.includes(answer.status) || answer.status]).toEqual([operation.id, true]);
    expectProblem(answer, answer.status);
  }
  await nothingIsWritten();
}

test.each<[string, string]>([
  ['an empty body', ''],
  ['an incomplete document', '{"lines":[{"sku":'],
  ['two documents', '{}{}'],
  ['a document followed by text', '{} x'],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['null', 'null'],
  ['a number', '1'],
  ['a JavaScript literal', "{'lines': undefined}"],
  ['a comment', '/* */ {}'],
  ['a tag', '<lines/>'],
  ['an unknown field', '{"admin":true}'],
  ['a field that objects inherit', '{"__proto__":{"admin":true}}'],
  ['a field called constructor', '{"constructor":{"prototype":{}}}'],
  ['a thousand levels', `${'['.repeat(1_000)}${']'.repeat(1_000)}`],
  ['NaN', '{"quantity":NaN}'],
  ['a NUL character', `{"a":"${'\u0000'}"}`],
])('%s is refused with 400 by every route that accepts JSON, and nothing is written', async (_, body) => {
  await refusedEverywhere([400], body);
});

test.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'a body with the content type %s is refused with 415, and nothing is written',
  async (type) => {
    for (const operation of withJson) {
      const request = requestFor(operation);
      const headers = { ...request.headers, 'content-type': type };
      const answer = await sendInTime(callers[operation.access.kind], { ...request, headers });
      expect([operation.id, answer.status]).toEqual([operation.id, 415]);
      expectProblem(answer, 415);
    }
    await nothingIsWritten();
  },
);

test('a body of 200 kB is refused, and nothing is written', async () => {
  await refusedEverywhere([400, 413], JSON.stringify({ lines: 'x'.repeat(200_000) }));
});

test('a body of more than 10 MB is refused with 413, and nothing is written', async () => {
  await refusedEverywhere([413], JSON.stringify({ lines: 'x'.repeat(10 * 1024 * 1024) }));
});

const order = (fields: string) => `{"lines":[{"sku":"ESPRESSO-CUP","quantity":1}],"paymentToken":"tok_visa"${fields}}`;

test.each([
  ['a duplicate field', order(',"paymentToken":"tok_other"')],
  ['a duplicate field with an escaped name', order(',"payment\\u0054oken":"tok_visa"')],
  ['a number with too many digits', order('').replace(':1}', ':1.00000000000000000001}')],
  ['a number above the maximum', order('').replace(':1}', ':1e400}')],
  ['an unpaired surrogate', order('').replace('tok_visa', '\\ud800')],
])('%s is refused with 400, and nothing is written', async (_, body) => {
  for (const id of ['placeOrder', 'placePartnerOrder']) {
    const operation = OPERATIONS.find((each) => each.id === id);
    if (!operation) throw new Error(id);
    expectProblem(await sendInTime(callers[operation.access.kind], { ...requestFor(operation), body }), 400);
  }
  await nothingIsWritten();
});

test.each<[string, string]>([...HOSTILE_TEXTS, LONG, CARD].map((text) => [JSON.stringify(text.slice(0, 40)), text]))(
  'every field of an order refuses %s, and nothing is written',
  async (_, text) => {
    const lines = [{ sku: 'ESPRESSO-CUP', quantity: 1 }];
    const bodies = [
      { lines: [{ sku: text, quantity: 1 }], paymentToken: 'tok_visa' },
      { lines: [{ sku: 'ESPRESSO-CUP', quantity: text }], paymentToken: 'tok_visa' },
      { lines: text, paymentToken: 'tok_visa' },
      { lines, paymentToken: text },
      { lines, paymentToken: 'tok_visa', shipNotBefore: text },
      { lines, paymentToken: 'tok_visa', [text === '' ? 'x' : text]: text },
    ];
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    for (const body of bodies) {
      const request = { method: 'POST', path: '/orders', headers, body: JSON.stringify(body) } as const;
      expectProblem(await sendInTime(callers.customer, request), 400);
    }
    await nothingIsWritten();
  },
);

test.each(['1', 'a b', 'ü', 'A'.repeat(129), '', CARD])(
  'the idempotency key %j is refused, and nothing is written',
  async (key) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const request = { method: 'POST', path: '/orders', headers, body: order('') } as const;
    expectProblem(await sendInTime(callers.customer, request), 400);
    await nothingIsWritten();
  },
);
