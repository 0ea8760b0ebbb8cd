import { orderEventOf, receivedOrderEvent } from '../../lambda/messaging/order-event.ts';
import { anOrder } from '../orders/an-order.ts';

const event = orderEventOf(anOrder({ status: 'REJECTED', version: 3, reason: 'OUT_OF_STOCK' }));

test('a received event equals the published one', () => {
  expect(receivedOrderEvent(JSON.parse(JSON.stringify(event)))).toEqual(event);
});

test('fields that a newer publisher added are removed, and a reason that it added becomes INTERNAL_ERROR', () => {
  const { order } = event;
  const lines = order.lines.map((line) => ({ ...line, weight: 1 }));
  const newer = { ...event, source: 'shop', order: { ...order, lines, reason: 'TOO_HEAVY', parcels: 2 } };
  expect(receivedOrderEvent(newer)).toEqual({ ...event, order: { ...order, reason: 'INTERNAL_ERROR' } });
});

test('a line beyond the limits of this release is received', () => {
  const lines = event.order.lines.map((line) => ({ ...line, sku: 'cup_small', quantity: 5_000 }));
  const newer = { ...event, order: { ...event.order, lines } };
  expect(receivedOrderEvent(newer)).toEqual(newer);
});

test('an event of a type that a newer publisher added is ignored, even if its order is invalid', () => {
  expect(receivedOrderEvent({ ...event, eventType: 'OrderOnHold', order: { status: 'ON_HOLD' } })).toBeUndefined();
});

test.each<[string, unknown, string]>([
  ['a text', 'hello', 'expected object'],
  ['an event without a type', { ...event, eventType: undefined }, 'eventType'],
  ['an event that is not about an order', { ...event, eventType: 'CART_CHANGED' }, 'eventType'],
  ['an event without its order', { ...event, order: undefined }, 'order'],
  ['an event whose order has no lines', { ...event, order: { ...event.order, lines: undefined } }, 'lines'],
])('%s is refused with the name of the field, and so reaches the dead-letter queue', (_, message, field) => {
  expect(() => receivedOrderEvent(message)).toThrow(field);
});
