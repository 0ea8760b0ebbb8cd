import type { OrderEvent } from '../../../lambda/messaging/order-event.ts';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import { PoisonError } from '../../../lambda/platform/poison-error.ts';
import { describeRedrive } from '../../../ops/redrive/describe-redrive.ts';
import { redriveEvents } from '../../../ops/redrive/redrive-events.ts';
import { anOrder } from '../../orders/an-order.ts';
import { changeOf, InMemorySetAside, textOf } from './set-aside-in-memory.ts';

const placed = (orderId: string) => anOrder({ orderId });
const charged = (orderId: string) => anOrder({ orderId, status: 'CHARGED', version: 3 });
const shipped = (orderId: string) => anOrder({ orderId, status: 'SHIPPED', version: 5 });

/** A publisher with objects that were set aside; each error is that of an order's events. */
function platform({
  errors = {},
  customers = {},
}: {
  errors?: Record<string, Error>;
  customers?: Record<string, string>;
} = {}) {
  const setAside = new InMemorySetAside();
  const received: OrderEvent[] = [];
  const publish = async (events: readonly OrderEvent[]) =>
    events.map((event) => {
      const error = errors[event.order.orderId];
      if (!error) received.push(event);
      return error;
    });
  const customerOf = async (orderId: string) => (orderId in customers ? customers[orderId] : 'AIDACUSTOMER');
  const ports = {
    customers: { customerOf },
    setAside,
    prefixes: ['publisher/', 'aws/lambda/mapping/'],
    targets: [{ publish }],
  };
  const put = (key: string, after: Order, before?: Order) => setAside.texts.set(key, textOf(changeOf(after, before)));
  return { ports, put, received, keys: () => [...setAside.texts.keys()], texts: setAside.texts };
}

test('the events of an order are published by their versions, and their objects are removed', async () => {
  const { ports, put, received, keys } = platform();
  put('publisher/01A/2', shipped('01A'), charged('01A'));
  put('aws/lambda/mapping/shard/1', placed('01A'));
  put('publisher/01B/1', placed('01B'));
  put('publisher/01A/1', charged('01A'), placed('01A'));
  const { published, left } = await redriveEvents(ports);

  expect(published.filter((id) => id.startsWith('01A'))).toEqual(['01A#1', '01A#3', '01A#5']);
  expect(received.map(({ eventId }) => eventId)).toEqual(published);
  expect([published.length, left.size, keys()]).toEqual([4, 0, []]);
});

test('an object of another function stays, and one without an event is removed', async () => {
  const { ports, put, received, keys } = platform();
  put('starter/01A/1', placed('01A'));
  put('publisher/01A/2', anOrder({ orderId: '01A', status: 'RESERVED', version: 2 }), placed('01A'));
  await redriveEvents(ports);
  expect([received, keys()]).toEqual([[], ['starter/01A/1']]);
});

test('an event that still cannot be published stays with its reason, and the others are published', async () => {
  const { ports, put, keys, texts } = platform({ errors: { '01B': new PoisonError('300000 bytes') } });
  put('publisher/01B/1', placed('01B'));
  put('publisher/01C/1', placed('01C'));
  texts.set('publisher/01D/1', 'no JSON');
  const { published, left } = await redriveEvents(ports);

  expect(published).toEqual(['01C#1']);
  expect(left.get('publisher/01B/1')).toBe('300000 bytes');
  expect(left.get('publisher/01D/1')).toContain('not a stream record');
  expect(keys()).toEqual(['publisher/01B/1', 'publisher/01D/1']);
});

test('an outage leaves the objects whose events were not published, for the next time', async () => {
  const { ports, put, keys } = platform({ errors: { '01B': new Error('SNS is unavailable') } });
  put('publisher/01A/1', placed('01A'));
  put('publisher/01B/1', placed('01B'));
  put('publisher/01B/2', charged('01B'), placed('01B'));
  const { published, left } = await redriveEvents(ports);

  expect(published).toEqual(['01A#1']);
  expect([...left]).toEqual([
    ['publisher/01B/1', 'SNS is unavailable'],
    ['publisher/01B/2', 'not tried, because another one failed'],
  ]);
  expect(keys()).toEqual(['publisher/01B/1', 'publisher/01B/2']);
});

test('an object with several records stays until all of them are published', async () => {
  const { ports, keys, texts } = platform({ errors: { '01B': new PoisonError('refused') } });
  const Records = [changeOf(placed('01A')), changeOf(placed('01B'))];
  texts.set('aws/lambda/mapping/shard/1', JSON.stringify({ payload: JSON.stringify({ Records }) }));
  expect((await redriveEvents(ports)).published).toEqual(['01A#1']);
  expect(keys()).toEqual(['aws/lambda/mapping/shard/1']);
});

test('the event of an erased customer has the pseudonym, and that of a deleted order stays', async () => {
  const { ports, put, received, keys } = platform({ customers: { '01A': 'erased-01', '01B': '' } });
  put('publisher/01A/1', placed('01A'));
  put('publisher/01B/1', placed('01B'));
  await redriveEvents(ports);
  expect(received.map(({ order }) => order.customerId)).toEqual(['erased-01']);
  expect(keys()).toEqual(['publisher/01B/1']);
});

test('the report counts events and orders, and names each object that is left', () => {
  expect(describeRedrive({ published: [], left: new Map() })).toEqual(['No event is set aside.']);
  expect(
    describeRedrive({ published: ['01A#1', '01A#3'], left: new Map([['publisher/01B/1', 'refused\n  by SNS']]) }),
  ).toEqual([
    'Published again: 2 events of 1 order.',
    '  left  publisher/01B/1: refused by SNS',
    'Left: 1 object. Fix the cause and run the command again.',
  ]);
});
