import { readBody } from '../../lambda/api/http/read-request.ts';
import { orderRequest } from '../../lambda/orders/domain/order.ts';
import { anEvent } from './an-event.ts';
import { refusalOf } from './refusal-of.ts';

const REQUEST = { lines: [{ sku: 'CUP', quantity: 1 }], paymentToken: 'tok_visa' };
const encoded = (...bytes: number[]) => ({ body: Buffer.from(bytes).toString('base64'), isBase64Encoded: true });

const refusedBody = (body: string | null) => refusalOf(readBody(anEvent({ body }), orderRequest));

describe('refuses a duplicate key and names it', () => {
  test.each([
    ['with two values', '{"paymentToken":"tok_a","paymentToken":"tok_b","lines":[]}', 'paymentToken'],
    ['with the same value', '{"lines":[],"lines":[]}', 'lines'],
    ['in a line', '{"lines":[{"sku":"A","quantity":1,"quantity":9}],"paymentToken":"tok_a"}', 'quantity'],
    ['written in two ways', '{"lines":[],"line\\u0073":[]}', 'lines'],
    ['behind strings with brackets and quotes', '{"a":"}{\\"a\\":\\\\","b":["{"],"b":1}', 'b'],
  ])('%s', (_, body, field) => {
    expect(refusedBody(body)).toMatchObject({ statusCode: 400, errors: [{ field, expected: 'each field once' }] });
  });

  test('but not the same key in two objects', () => {
    const lines = [
      { sku: 'CUP', quantity: 1 },
      { sku: 'POT', quantity: 1 },
    ];
    expect(readBody(anEvent({ body: JSON.stringify({ ...REQUEST, lines }) }), orderRequest)).toHaveProperty('value');
  });
});

test.each(['9007199254740993', '1.00000000000000000001', '1e400', '-1e400', '123456789012345678901234567890'])(
  'refuses the number %s, which JSON.parse rounds',
  (number) => {
    const body = `{"lines":[{"sku":"CUP","quantity":${number}}],"paymentToken":"tok_visa"}`;
    expect(refusedBody(body)).toMatchObject({
      statusCode: 400,
      errors: [{ field: 'quantity', expected: 'a number of at most 15 digits' }],
    });
  },
);

test.each(['1', '1.0', '1e0', '10E-1'])('reads the number %s as 1', (number) => {
  const body = `{"lines":[{"sku":"CUP","quantity":${number}}],"paymentToken":"tok_visa"}`;
  expect(readBody(anEvent({ body }), orderRequest)).toEqual({ value: REQUEST });
});

test.each([
  ['lists', '['.repeat(45_000) + ']'.repeat(45_000)],
  ['objects', `${'{"lines":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
  ['lists in a field', `{"lines":${'['.repeat(40_000)}${']'.repeat(40_000)}}`],
])('refuses thousands of nested %s', (_, body) => {
  expect(refusedBody(body)).toMatchObject({ statusCode: 400, errors: [{ expected: 'at most 32 levels' }] });
});

test.each([
  ['a byte that starts no character', encoded(0x22, 0xff, 0x22)],
  ['half of a character', encoded(0x22, 0xc3, 0x22)],
  ['a surrogate', encoded(0x22, 0xed, 0xa0, 0x80, 0x22)],
  ['an overlong encoding', encoded(0x22, 0xc0, 0xaf, 0x22)],
])('refuses bytes that are not UTF-8: %s', (_, sent) => {
  expect(refusalOf(readBody(anEvent(sent), orderRequest))).toMatchObject({
    statusCode: 400,
    detail: 'The body is not UTF-8.',
  });
});
