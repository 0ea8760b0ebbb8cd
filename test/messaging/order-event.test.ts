import { noticeOf } from '../../lambda/messaging/notice.ts';
import { EVENT_TYPES, orderEvent, orderEventOf } from '../../lambda/messaging/order-event.ts';
import { publicStatusOf } from '../../lambda/orders/contract/public-status.ts';
import { ORDER_STATUSES } from '../../lambda/orders/domain/order.ts';
import { anOrder } from '../orders/an-order.ts';

test.each(ORDER_STATUSES)('the event of an order that is %s is one of the contract', (status) => {
  const event = orderEventOf(anOrder({ status, version: 3 }));
  expect(orderEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  expect(event.eventType).toBe(EVENT_TYPES[publicStatusOf(status)]);
});

test('an event is identified by its order and version, whenever it is delivered', () => {
  expect(orderEventOf(anOrder({ orderId: '01JD', version: 7 })).eventId).toBe('01JD#7');
});

test('a customer has one notice of a shipped order, under the identity of its event', () => {
  const event = orderEventOf(anOrder({ status: 'SHIPPED', version: 3 }));
  expect(noticeOf(event)).toEqual({
    customerId: event.order.customerId,
    noticeId: event.eventId,
    orderId: event.order.orderId,
    text: 'Your order is on its way.',
    createdAt: event.occurredAt,
  });
});

test('a customer has no notice of a payment', () => {
  expect(noticeOf(orderEventOf(anOrder({ status: 'CHARGED' })))).toBeUndefined();
});
