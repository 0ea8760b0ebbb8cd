import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import { consumeOrderEvents } from '../../lambda/messaging/consume-order-events.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import { anOrder } from '../orders/an-order.ts';

const shipped = (orderId: string) => orderEventOf(anOrder({ orderId, status: 'SHIPPED', version: 5 }));

/** A batch of messages, each of the order that it names. */
function batchOf(...messages: [orderId: string, body: unknown][]): SQSEvent {
  const Records = messages.map(([MessageGroupId, body], number) => ({
    messageId: `message-${number}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: { MessageGroupId },
  }));
  return { Records: Records as unknown as SQSRecord[] };
}

async function consumed(batch: SQSEvent) {
  const handled: string[] = [];
  const consume = consumeOrderEvents({
    queue: 'orders',
    eventTypes: ['OrderShipped'],
    handle: async ({ eventId }) => void handled.push(eventId),
  });
  const { batchItemFailures } = await consume(batch, {} as Context);
  return { handled, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

test('an event of a type that a newer publisher added is skipped, and the next one of its order is handled', async () => {
  const newer = { ...shipped('01A'), eventType: 'OrderOnHold', order: { orderId: '01A', status: 'ON_HOLD' } };
  expect(await consumed(batchOf(['01A', newer], ['01A', shipped('01A')]))).toEqual({ handled: ['01A#5'], failed: [] });
});

test('an event of another type than those of the consumer is skipped: a filter of SNS may not be applied yet', async () => {
  const charged = orderEventOf(anOrder({ orderId: '01A', status: 'CHARGED', version: 3 }));
  expect(await consumed(batchOf(['01A', charged], ['01A', shipped('01A')]))).toEqual({
    handled: ['01A#5'],
    failed: [],
  });
});

test.each([['no JSON'], [{ ...shipped('01A'), order: undefined }]])(
  'a malformed message fails with the later ones of its order, and other orders go on: %j',
  async (malformed) => {
    const batch = batchOf(['01A', malformed], ['01B', shipped('01B')], ['01A', shipped('01A')]);
    expect(await consumed(batch)).toEqual({ handled: ['01B#5'], failed: ['message-0', 'message-2'] });
  },
);

test('a batch of which every message fails is reported by its messages: an error of the function would be an alarm', async () => {
  expect(await consumed(batchOf(['01A', 'no JSON'], ['01B', 'no JSON']))).toEqual({
    handled: [],
    failed: ['message-0', 'message-1'],
  });
});
