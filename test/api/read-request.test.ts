import { readBody, readIdempotencyKey } from '../../lambda/api/http/read-request.ts';
import { orderRequest } from '../../lambda/orders/domain/order.ts';
import { anEvent } from './an-event.ts';
import { named, refusalOf } from './refusal-of.ts';

const REQUEST = { lines: [{ sku: 'CUP', quantity: 1 }], paymentToken: 'tok_visa' };
const VALID = JSON.stringify(REQUEST);

const refusedBody = (body: string | null) => refusalOf(readBody(anEvent({ body }), orderRequest));

test('reads a body that matches its schema', () => {
  expect(readBody(anEvent({ body: VALID }), orderRequest)).toEqual({ value: REQUEST });
});

test('reads a body that API Gateway has encoded', () => {
  const event = anEvent({ body: Buffer.from(VALID).toString('base64'), isBase64Encoded: true });
  expect(readBody(event, orderRequest)).toEqual({ value: REQUEST });
});

test('refuses with a problem document of RFC 9457', () => {
  expect(refusedBody('{}')).toMatchObject({
    statusCode: 400,
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'The body is invalid.',
  });
});

describe('names the field, the value and the expected values', () => {
  test.each<[string, string | null, object]>([
    ['no body', null, { field: 'body', expected: 'a JSON document' }],
    ['an empty body', '', { field: 'body', expected: 'a JSON document' }],
    ['malformed JSON', '{"lines":', { field: 'body', expected: 'a JSON document' }],
    ['text behind the JSON', `${VALID}!`, { field: 'body', expected: 'a JSON document' }],
    ['a list', '[]', { field: '(the whole input)', received: '[]', expected: 'object' }],
    ['null', 'null', { field: '(the whole input)', received: 'null', expected: 'object' }],
    ['half of a character', '"\ud800"', { field: 'body', expected: 'a JSON document in UTF-8' }],
    ['a missing field', '{"paymentToken":"tok_visa"}', { field: 'lines', expected: 'array' }],
    [
      'a wrong type',
      '{"lines":"all","paymentToken":"tok_visa"}',
      { field: 'lines', received: '"all"', expected: 'array' },
    ],
    [
      'a quantity of zero',
      '{"lines":[{"sku":"CUP","quantity":0}],"paymentToken":"tok_visa"}',
      { field: 'lines[0].quantity', received: '0', expected: expect.stringContaining('>=1') },
    ],
    [
      'an article twice',
      '{"lines":[{"sku":"CUP","quantity":1},{"sku":"CUP","quantity":1}],"paymentToken":"tok_visa"}',
      { field: 'lines[1].sku', received: '"CUP"', expected: 'an article of no other line' },
    ],
    ...[
      "' OR '1'='1",
      "CUP'; DROP TABLE orders; --",
      '<script>alert(1)</script>',
      '{jndi:ldap://x}',
      '../../etc/passwd',
      '%2e%2e%2f',
      '#set($x=1)',
      'CUP\\"',
      'T\u00c4SSE',
      '\u{1f600}',
      '\u0000',
    ].map((sku): [string, string, object] => [
      `the article ${JSON.stringify(sku)}`,
      JSON.stringify({ ...REQUEST, lines: [{ sku, quantity: 1 }] }),
      { field: 'lines[0].sku', received: JSON.stringify(sku), expected: expect.stringContaining('capital letters') },
    ]),
  ])('for %s', (_, body, error) => {
    expect(refusedBody(body)).toMatchObject({ statusCode: 400, errors: [error] });
  });
});

test.each([
  ['text', (body: string) => ({ body })],
  ['Base64', (body: string) => ({ body: Buffer.from(body).toString('base64'), isBase64Encoded: true })],
])('responds 413 to a body of more than 100 kB as %s', (_, sent) => {
  const padded = (length: number) => anEvent(sent(VALID + ' '.repeat(length - VALID.length)));
  expect(readBody(padded(100_000), orderRequest)).toHaveProperty('value');
  expect(refusalOf(readBody(padded(100_001), orderRequest))).toMatchObject({
    statusCode: 413,
    title: 'Content Too Large',
    detail: 'The body has 100001 bytes, expected at most 100000.',
  });
});

describe('does not repeat', () => {
  const CARD = '4111 1111 1111 1111';

  test.each([
    ['a card number for a token', { ...REQUEST, paymentToken: CARD }],
    ['a card number for an article', { ...REQUEST, lines: [{ sku: CARD, quantity: 1 }] }],
    ['a card number for a field', { ...REQUEST, [CARD]: 1 }],
    ['a card number for a body', CARD],
    ['a card number for a number', { ...REQUEST, lines: Number(CARD.replaceAll(' ', '')) }],
  ])('%s', (_, body) => {
    const refusal = refusedBody(JSON.stringify(body));
    expect(refusal).toMatchObject({ statusCode: 400 });
    expect(JSON.stringify(refusal)).not.toContain('1111');
  });

  test.each([
    ['of the wrong form', { ...REQUEST, paymentToken: 'tok-swordfish' }],
    ['of the wrong type', { ...REQUEST, paymentToken: ['swordfish'] }],
    ['in the wrong place', { ...REQUEST, lines: 'tok_swordfish' }],
    ['as the body', 'tok_swordfish'],
  ])('a payment token %s', (_, body) => {
    const refusal = refusedBody(JSON.stringify(body));
    expect(refusal).toMatchObject({ statusCode: 400, errors: [{ expected: expect.any(String) }] });
    expect(JSON.stringify(refusal)).not.toContain('swordfish');
  });

  test('more than 64 characters of a value or a name', () => {
    expect(refusedBody(JSON.stringify({ lines: 'x'.repeat(10_000) })).errors[0].received).toHaveLength(65);
    const [{ field }] = refusedBody(JSON.stringify({ ...REQUEST, ['x'.repeat(10_000)]: 1 })).errors;
    expect(field).toHaveLength(65);
  });

  test('more than 20 problems', () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`field${index}`, 1]));
    const { errors, detail } = refusedBody(JSON.stringify({ ...REQUEST, ...many }));
    expect(errors).toHaveLength(20);
    expect(detail).toContain('there are 980 more');
  });
});

describe('responds 415 to', () => {
  test.each(
    named(
      'text/plain',
      'application/jsonp',
      'application/x-www-form-urlencoded',
      'application/xml',
      'multipart/form-data; boundary=x',
      'x'.repeat(10_000),
      '',
      undefined,
    ),
  )('content type %s', (_, contentType) => {
    const headers = { ...(contentType !== undefined && { 'content-type': contentType }) };
    const refusal = refusalOf(readBody(anEvent({ headers, body: VALID }), orderRequest));
    expect(refusal).toMatchObject({ statusCode: 415, title: 'Unsupported Media Type' });
    expect(refusal.detail.length).toBeLessThan(200);
  });

  test('two content types', () => {
    const multiValueHeaders = { 'Content-Type': ['text/plain', 'application/json'] };
    expect(refusalOf(readBody(anEvent({ multiValueHeaders, body: VALID }), orderRequest))).toMatchObject({
      statusCode: 415,
    });
  });
});

test('finds a header in any case', () => {
  const headers = { 'idempotency-KEY': 'abc', 'CONTENT-type': 'application/json; charset=utf-8' };
  expect(readIdempotencyKey(anEvent({ headers }))).toEqual({ value: 'abc' });
  expect(readBody(anEvent({ headers, body: VALID }), orderRequest)).toHaveProperty('value');
});

test('finds a header among thousands', () => {
  const flood = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`x-${index}`, 'x'.repeat(100)]));
  expect(readIdempotencyKey(anEvent({ headers: { ...flood, 'Idempotency-Key': 'abc' } }))).toEqual({ value: 'abc' });
});

test.each(
  named(undefined, '', 'with space', 'ünïcode', 'x'.repeat(129), '4111111111111111', 'a\nb', 'x'.repeat(10_000)),
)('refuses %s as an idempotency key', (_, key) => {
  const headers = { ...(key !== undefined && { 'Idempotency-Key': key }) };
  const refusal = refusalOf(readIdempotencyKey(anEvent({ headers })));
  expect(refusal).toMatchObject({
    statusCode: 400,
    errors: [{ field: 'Idempotency-Key', expected: expect.stringContaining('1 to 128 visible ASCII characters') }],
  });
  expect(JSON.stringify(refusal).length).toBeLessThan(600);
  expect(JSON.stringify(refusal)).not.toContain('4111');
});

test('refuses two idempotency keys', () => {
  const multiValueHeaders = { 'Idempotency-Key': ['one'], 'idempotency-key': ['two'] };
  expect(refusalOf(readIdempotencyKey(anEvent({ multiValueHeaders })))).toMatchObject({ statusCode: 400 });
});
