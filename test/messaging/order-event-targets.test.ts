import { type OrderEvent, orderEventOf } from '../../lambda/messaging/order-event.ts';
import { PoisonError } from '../../lambda/platform/poison-error.ts';
import { anOrder } from '../orders/an-order.ts';
import { capturedTargets } from './captured-targets.ts';

const eventOf = (orderId: string, name = 'Cup'): OrderEvent => {
  const order = anOrder({ orderId, version: 4, status: 'SHIPPED' });
  return orderEventOf({ ...order, lines: order.lines.map((line) => ({ ...line, name })) });
};
const events = (count: number) => Array.from({ length: count }, (_, index) => eventOf(`order-${index}`));

test('an entry for the topic is the event, in the group of its order, with its id against duplicates', async () => {
  const { topic, calls } = capturedTargets();
  const event = eventOf('01A');
  expect(await topic.publish([event])).toEqual([undefined]);
  expect(calls.map((call) => call.map((entry) => JSON.parse(entry)))).toEqual([
    [
      {
        Id: '0',
        Message: JSON.stringify(event),
        MessageGroupId: '01A',
        MessageDeduplicationId: '01A#4',
        'MessageAttributes.entry.1.Name': 'eventType',
        'MessageAttributes.entry.1.Value.DataType': 'String',
        'MessageAttributes.entry.1.Value.StringValue': 'OrderShipped',
      },
    ],
  ]);
});

test('a record for the stream is a line with the event, under the key of its order', async () => {
  const { stream, calls } = capturedTargets();
  const event = eventOf('01A');
  await stream.publish([event]);
  expect(calls.flat().map((entry) => JSON.parse(entry))).toEqual([
    { PartitionKey: '01A', Data: `${JSON.stringify(event)}\n` },
  ]);
});

test.each([
  ['topic', 23, [10, 10, 3]],
  ['stream', 501, [500, 1]],
] as const)('the %s gets %i events in calls of %j', async (target, count, sizes) => {
  const targets = capturedTargets();
  expect(await targets[target].publish(events(count))).toEqual(Array(count).fill(undefined));
  expect(targets.calls.map(({ length }) => length)).toEqual(sizes);
});

test('a call to the topic has no more bytes than SNS accepts', async () => {
  const { topic, calls } = capturedTargets();
  const large = (orderId: string) => eventOf(orderId, 'x'.repeat(120_000));
  await topic.publish([large('01A'), large('01B'), large('01C')]);
  expect(calls.map(({ length }) => length)).toEqual([2, 1]);
});

describe.each(['topic', 'stream'] as const)('the %s', (target) => {
  test('gets an event again that it did not take, alone and after a while', async () => {
    const refuse = (entry: string, call: number) =>
      entry.includes('01B') && call < 3 ? 'ThrottledException' : undefined;
    const targets = capturedTargets({ refuse });
    expect(await targets[target].publish([eventOf('01A'), eventOf('01B'), eventOf('01C')])).toEqual(
      Array(3).fill(undefined),
    );
    expect(targets.calls.map(({ length }) => length)).toEqual([3, 1, 1]);
    expect(targets.waits.map((wait) => wait >= 50 && wait <= 200)).toEqual([true, true]);
  });

  test('reports an event that it does not take in three attempts, which a later one may publish', async () => {
    const refuse = (entry: string) => (entry.includes('01B') ? 'InternalFailure' : undefined);
    const targets = capturedTargets({ refuse });
    const [taken, failed] = await targets[target].publish([eventOf('01A'), eventOf('01B')]);
    expect(taken).toBeUndefined();
    expect(failed).toMatchObject({ name: 'InternalFailure' });
    expect(failed).not.toBeInstanceOf(PoisonError);
    expect(targets.calls).toHaveLength(3);
  });

  test('reports every event of a call that failed', async () => {
    const targets = capturedTargets({ fail: () => 'AccessDeniedException' });
    expect(await targets[target].publish(events(2))).toEqual([
      expect.objectContaining({ name: 'AccessDeniedException' }),
      expect.objectContaining({ name: 'AccessDeniedException' }),
    ]);
  });

  test('reports an event that it refuses for its content as poison, and does not get it again', async () => {
    const refuse = (entry: string) => (entry.includes('01B') ? 'InvalidParameter' : undefined);
    const targets = capturedTargets({ refuse });
    const [taken, refused] = await targets[target].publish([eventOf('01A'), eventOf('01B')]);
    expect([taken, refused instanceof PoisonError]).toEqual([undefined, true]);
    expect(targets.calls).toHaveLength(1);
  });

  test('gets each event by itself if it refuses the call, so that only one is poison', async () => {
    const fail = (entries: readonly string[]) =>
      entries.some((entry) => entry.includes('01B')) ? 'ValidationException' : undefined;
    const targets = capturedTargets({ fail });
    const [first, refused, last] = await targets[target].publish([eventOf('01A'), eventOf('01B'), eventOf('01C')]);
    expect([first, refused instanceof PoisonError, last]).toEqual([undefined, true, undefined]);
  });

  test('does not get an event that is too large', async () => {
    const targets = capturedTargets();
    const [tooLarge, taken] = await targets[target].publish([eventOf('01A', 'ü'.repeat(600_000)), eventOf('01B')]);
    expect([tooLarge instanceof PoisonError, taken]).toEqual([true, undefined]);
    expect(targets.calls.flat().map((entry) => entry.includes('01B'))).toEqual([true]);
  });
});
