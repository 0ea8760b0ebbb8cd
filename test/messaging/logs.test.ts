import type { Context, SQSEvent } from 'aws-lambda';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import { anOrder } from '../orders/an-order.ts';
import { loggedLines } from '../platform/logged-lines.ts';

const event = (orderId: string) => orderEventOf(anOrder({ orderId, status: 'SHIPPED', version: 5 }));
const described = (orderId: string) => {
  const { eventId, eventType, occurredAt } = event(orderId);
  return { eventId, eventType, occurredAt, orderId, status: 'SHIPPED' };
};

test('every event that all targets took is logged, without the data of the customer', async () => {
  const { publishOrderChanges } = await import('../../lambda/messaging/publish-order-changes.ts');
  const { marshall } = await import('@aws-sdk/util-dynamodb');
  const records = ['01A', '01B', '01C'].map((orderId) => ({
    dynamodb: { NewImage: marshall(anOrder({ orderId, status: 'SHIPPED', version: 5 })) },
  }));
  const target = { publish: async () => [undefined, new Error('unavailable'), undefined] };
  const lines = await loggedLines('info', () => publishOrderChanges([target])(records as never));
  const published = { message: 'Order event published' };
  expect(lines).toMatchObject([
    { ...published, event: described('01A') },
    { ...published, event: described('01C') },
  ]);
  expect(JSON.stringify(lines)).not.toContain(event('01A').order.customerId);
});

test('an event that a consumer receives is logged with its queue', async () => {
  const { consumeOrderEvents } = await import('../../lambda/messaging/consume-order-events.ts');
  const consume = consumeOrderEvents({ queue: 'orders', eventTypes: ['OrderShipped'], handle: async () => {} });
  const Records = [{ messageId: '1', body: JSON.stringify(event('01A')), attributes: { MessageGroupId: '01A' } }];
  const lines = await loggedLines('info', () => consume({ Records } as unknown as SQSEvent, {} as Context));
  expect(lines).toMatchObject([{ message: 'Order event received', queue: 'orders', event: described('01A') }]);
});
