import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { OrderEvent } from '../../lambda/messaging/order-event.ts';
import { publishOrderChanges } from '../../lambda/messaging/publish-order-changes.ts';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { PoisonError } from '../../lambda/platform/poison-error.ts';
import { anOrder } from '../orders/an-order.ts';

const image = (value: object) => marshall(value) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
const placed = (orderId: string): DynamoDBRecord => ({ dynamodb: { NewImage: image(anOrder({ orderId })) } });
const changed = (orderId: string, before: OrderStatus, status: OrderStatus): DynamoDBRecord => ({
  dynamodb: {
    OldImage: image(anOrder({ orderId, status: before })),
    NewImage: image(anOrder({ orderId, status, version: 2 })),
  },
});

/** A target that does not take the events of some orders. */
function target(failing: Record<string, Error> = {}) {
  const taken: string[] = [];
  return {
    taken,
    publish: async (events: readonly OrderEvent[]) =>
      events.map(({ eventId, order }) => {
        const error = failing[order.orderId];
        if (!error) taken.push(eventId);
        return error;
      }),
  };
}

test('the event of each change of the public status goes to every target', async () => {
  const [topic, stream] = [target(), target()];
  const records = [placed('01A'), changed('01B', 'PLACED', 'RESERVED'), changed('01C', 'SHIPPING', 'SHIPPED')];
  expect(await publishOrderChanges([topic, stream])(records)).toEqual([undefined, undefined, undefined]);
  expect([topic.taken, stream.taken]).toEqual([
    ['01A#1', '01C#2'],
    ['01A#1', '01C#2'],
  ]);
});

test('a record fails if one of the targets does not take its event', async () => {
  const outage = new Error('unavailable');
  const process = publishOrderChanges([target({ '01A': outage }), target({ '01C': outage })]);
  expect(await process([placed('01A'), placed('01B'), placed('01C')])).toEqual([outage, undefined, outage]);
});

test('a record that is no order is poison, and the events of the others are published', async () => {
  const topic = target();
  const [unreadable, published] = await publishOrderChanges([topic])([
    { dynamodb: { NewImage: image({ orderId: '01A', status: 'PLACED' }) } },
    placed('01B'),
  ]);
  expect([unreadable instanceof PoisonError, published, topic.taken]).toEqual([true, undefined, ['01B#1']]);
});
