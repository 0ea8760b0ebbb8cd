import { customerOf } from '../../lambda/api/customer.ts';
import { type Read, readBody, readIdempotencyKey } from '../../lambda/api/read-request.ts';
import { orderRequest } from '../../lambda/orders/order.ts';
import { anEvent } from './an-event.ts';

function refusalOf(read: Read<unknown>) {
  if (!('refusal' in read)) throw new Error('the request was taken');
  const { statusCode, headers, body } = read.refusal;
  return { statusCode, type: headers?.['content-type'], ...JSON.parse(body) };
}

const refusedBody = (body: string | null) => refusalOf(readBody(anEvent({ body }), orderRequest));

test('takes a body that its schema accepts', () => {
  const request = { lines: [{ sku: 'CUP', quantity: 1 }], paymentToken: 'tok_visa' };
  expect(readBody(anEvent({ body: JSON.stringify(request) }), orderRequest)).toEqual({ value: request });
});

test('refuses with a problem document of RFC 9457', () => {
  expect(refusedBody('{}')).toMatchObject({
    statusCode: 400,
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'The body is not as expected.',
  });
});

test.each<[string, string | null, object]>([
  ['no body', null, { field: 'body', expected: 'a JSON document' }],
  ['malformed JSON', '{"lines":', { field: 'body', expected: 'a JSON document' }],
  ['a missing field', '{"paymentToken":"tok_visa"}', { field: 'lines', expected: 'array' }],
  [
    'a wrong type',
    '{"lines":"all","paymentToken":"tok_visa"}',
    { field: 'lines', received: '"all"', expected: 'array' },
  ],
  [
    'an unknown field',
    '{"lines":[{"sku":"CUP","quantity":1}],"paymentToken":"tok_visa","price":1}',
    { field: 'price', expected: 'no such field' },
  ],
  [
    'an unknown field of a line',
    '{"lines":[{"sku":"CUP","quantity":1,"price":1}],"paymentToken":"tok_visa"}',
    { field: 'lines[0].price', expected: 'no such field' },
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
])('names the field, the value and what was expected for %s', (_, body, error) => {
  expect(refusedBody(body)).toMatchObject({ statusCode: 400, errors: [error] });
});

test('does not repeat a value that looks like a card number', () => {
  const { errors } = refusedBody('{"lines":[{"sku":"CUP","quantity":1}],"paymentToken":"4111 1111 1111 1111"}');
  expect(errors).toMatchObject([
    { field: 'paymentToken', expected: 'a token of the payment provider, such as tok_visa' },
  ]);
  expect(JSON.stringify(errors)).not.toContain('4111');
});

test('shortens a long value', () => {
  const { errors } = refusedBody(JSON.stringify({ lines: 'x'.repeat(10_000) }));
  expect(errors[0].received).toHaveLength(65);
});

test.each(['text/plain', 'application/jsonp', undefined])('answers 415 to content type %p', (contentType) => {
  const headers = { ...(contentType && { 'content-type': contentType }) };
  expect(refusalOf(readBody(anEvent({ headers }), orderRequest))).toMatchObject({ statusCode: 415 });
});

test('finds a header whatever case it was sent in', () => {
  const headers = { 'idempotency-KEY': 'abc', 'CONTENT-type': 'application/json; charset=utf-8' };
  expect(readIdempotencyKey(anEvent({ headers }))).toEqual({ value: 'abc' });
  expect(
    readBody(
      anEvent({ headers, body: '{"lines":[{"sku":"A","quantity":1}],"paymentToken":"tok_visa"}' }),
      orderRequest,
    ),
  ).toHaveProperty('value');
});

test.each([undefined, '', 'with space', 'ünïcode', 'x'.repeat(129)])('refuses %p as an idempotency key', (key) => {
  const headers = { ...(key !== undefined && { 'Idempotency-Key': key }) };
  expect(refusalOf(readIdempotencyKey(anEvent({ headers })))).toMatchObject({
    statusCode: 400,
    errors: [{ field: 'Idempotency-Key' }],
  });
});

test('takes a role for the same customer in each of its sessions', () => {
  expect(customerOf(anEvent())).toBe('AROAEXAMPLE');
});

test('knows no customer of an unsigned request', () => {
  const requestContext = {
    ...anEvent().requestContext,
    identity: { ...anEvent().requestContext.identity, caller: null },
  };
  expect(() => customerOf(anEvent({ requestContext }))).toThrow('authorized by IAM');
});
