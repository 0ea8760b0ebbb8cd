import { Ajv } from 'ajv';
import { z } from 'zod';
import { SHOP_EVENT_TYPES, shopEvents } from '../../lambda/analytics/shop-event.ts';
import { aShopEvent } from './a-shop-event.ts';

const { $schema, ...model } = z.toJSONSchema(shopEvents, { target: 'draft-4', io: 'input' });
// API Gateway checks the pattern and ignores the format.
const isValid = new Ajv({ formats: { 'date-time': true } }).compile(model);

const sent = (event: object) => ({ events: [{ ...aShopEvent(), ...event }] });

test('has a model for API Gateway in JSON Schema draft 4, with keywords of that draft', () => {
  expect($schema).toBe('http://json-schema.org/draft-04/schema#');
  expect(JSON.stringify(model)).not.toMatch(/"(const|if|anyOf|oneOf|propertyNames|exclusiveM\w+|\$ref)":/);
});

test.each([
  ['an event of each type', { events: SHOP_EVENT_TYPES.map((type) => aShopEvent({ type })) }],
  ['a hundred events', { events: Array.from({ length: 100 }, () => aShopEvent()) }],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile on purpose.
  ['any text for a page', sent({ page: '\'"\\\n\u2028😀$util.base64Encode(#set${jndi}</script>\u0000' })],
  ['a page of 2,048 characters', sent({ page: '😀'.repeat(2_048) })],
  ['an empty cart', sent({ type: 'CART_CHANGED', quantity: 0, sku: 'BOOK-1' })],
  ['a time without fractions', sent({ occurredAt: '2026-01-02T03:04:05Z' })],
])('the model and the schema both accept %s', (_, body) => {
  expect(isValid(body)).toBe(true);
  expect(shopEvents.safeParse(body).success).toBe(true);
});

test.each([
  ['no event', { events: [] }],
  ['more than a hundred events', { events: Array.from({ length: 101 }, () => aShopEvent()) }],
  ['an unknown field next to the events', { ...sent({}), shop: 'mine' }],
  ['an unknown field in an event', sent({ cardNumber: '4111111111111111' })],
  ['an event without a session', sent({ sessionId: undefined })],
  ['a session of a single letter', sent({ sessionId: 'a' })],
  ['a session that ends in a newline', sent({ sessionId: 'visit-0001\n' })],
  ['a session with an apostrophe', sent({ sessionId: "visit'0001" })],
  ['a session of 65 characters', sent({ sessionId: 'a'.repeat(65) })],
  ['an id that is not a UUID', sent({ eventId: '1; DROP TABLE orders' })],
  ['an unknown type', sent({ type: 'ORDER_PLACED' })],
  ['a date that does not exist', sent({ occurredAt: '2026-02-30T00:00:00Z' })],
  ['an hour that does not exist', sent({ occurredAt: '2026-01-02T25:00:00Z' })],
  ['a time in another zone', sent({ occurredAt: '2026-01-02T03:04:05+01:00' })],
  ['a page of 2,049 characters', sent({ page: 'a'.repeat(2_049) })],
  ['an article with a path in its number', sent({ sku: '../OTHER' })],
  ['a fraction of an article', sent({ quantity: 0.5 })],
  ['a negative quantity', sent({ quantity: -1 })],
])('both the model and the schema refuse %s', (_, body) => {
  const json = JSON.parse(JSON.stringify(body));
  expect(isValid(json)).toBe(false);
  expect(shopEvents.safeParse(json).success).toBe(false);
});
