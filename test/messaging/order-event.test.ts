import { noticeOf } from '../../lambda/messaging/notice.ts';
import { EVENT_TYPES, orderEvent, orderEventOf } from '../../lambda/messaging/order-event.ts';
import { publicStatusOf } from '../../lambda/orders/contract/public-status.ts';
import { ORDER_STATUSES } from '../../lambda/orders/domain/order.ts';
import { anOrder } from '../orders/an-order.ts';

test.each(ORDER_STATUSES)('the event of an order that is %s matches the published schema', (status) => {
  const event = orderEventOf(anOrder({ status, version: 3 }));
  expect(orderEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  expect(event.eventType).toBe(EVENT_TYPES[publicStatusOf(status)]);
});

test.each(Object.entries(EVENT_TYPES))('the event of an order that is %s is named after the status', (status, type) => {
  const words = { CANCELLING: 'CANCELLATION_REQUESTED' }[status] ?? status;
  expect(type.replace(/[A-Z]/g, '_$&').toUpperCase()).toBe(`_ORDER_${words}`);
});

test('the id of an event is the number and the version of its order', () => {
  expect(orderEventOf(anOrder({ orderId: '01JD', version: 7 })).eventId).toBe('01JD#7');
});

test('a shipped order causes one notice, with the id of its event', () => {
  const event = orderEventOf(anOrder({ status: 'SHIPPED', version: 3 }));
  expect(noticeOf(event)).toEqual({
    customerId: event.order.customerId,
    noticeId: event.eventId,
    orderId: event.order.orderId,
    text: 'Your order is on its way.',
    createdAt: event.occurredAt,
  });
});

test('a payment causes no notice', () => {
  expect(noticeOf(orderEventOf(anOrder({ status: 'CHARGED' })))).toBeUndefined();
});
