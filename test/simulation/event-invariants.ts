import { INVOICED_EVENTS, invoiceKey } from '../../lambda/documents/invoice-key.ts';
import { NOTICED_EVENTS } from '../../lambda/messaging/notice.ts';
import { type OrderEvent, orderEventOf } from '../../lambda/messaging/order-event.ts';
import { publishedOrder } from '../../lambda/messaging/published-order.ts';
import { POISON } from './event-topic.ts';
import { isOfEvents } from './faults.ts';
import type { Run } from './invariants.ts';
import { SET_ASIDE_PREFIXES } from './operator.ts';
import type { World } from './world.ts';

/** The age until which a record is delivered again. */
const MAX_AGE = 23 * 3_600_000;

/** Returns the violated invariants of events after the run, before an operator acts. */
export function violationsBefore({ subscribers, injector }: World, { faults, conditions }: Run): string[] {
  const { topic, setAside, discarded, queues } = subscribers;
  const [byFunction = ''] = SET_ASIDE_PREFIXES;
  const wrongly = [...setAside.texts].filter(
    ([key, text]) => key.startsWith(byFunction) && !topic.refused.has(idIn(text)),
  );
  const early = discarded.filter(({ age }) => age <= MAX_AGE);
  const disturbed = faults.map(({ at }) => injector.calls[at]?.port ?? '');
  // A queue delivers a message for five minutes.
  const isDisturbed = conditions !== undefined || disturbed.some((port) => isOfEvents({ port }));
  const dead = queues.flatMap(({ dead }) => dead).filter(({ body }) => body !== POISON);
  return [
    ...wrongly.map(([key]) => `${key} was set aside, though the topic did not refuse it`),
    ...early.map(({ age }) => `a record was set aside at the age of ${age} ms`),
    ...(isDisturbed ? [] : dead.map(({ id, body }) => `${id} is dead without a fault: ${body.slice(0, 60)}`)),
    ...disorder(subscribers.topic.taken, [...setAside.texts.values()].map(idIn)),
  ];
}

/** The first publications of an order's events ascend, except of those that were set aside. */
function disorder(taken: World['subscribers']['topic']['taken'], exempt: readonly string[]): string[] {
  const last = new Map<string, number>();
  const seen = new Set(exempt);
  return taken.flatMap(({ body }) => {
    const { eventId, order } = JSON.parse(body) as OrderEvent;
    if (seen.has(eventId)) return [];
    seen.add(eventId);
    const before = last.get(order.orderId) ?? 0;
    last.set(order.orderId, order.version);
    return order.version > before ? [] : [`${eventId} was first published after version ${before}`];
  });
}

/** Returns the violated invariants of events after an operator has recovered what was set aside or dead. */
export function violationsAfter({ subscribers, records }: World): string[] {
  const { changes, topic, lake, documents, setAside, queues } = subscribers;
  const events = changes.flatMap((record) => {
    const order = publishedOrder(record);
    return order ? [orderEventOf(order)] : [];
  });
  const ofTypes = (types: readonly string[]) => events.filter(({ eventType }) => types.includes(eventType));
  const ids = (of: readonly OrderEvent[]) => of.map(({ eventId }) => eventId);
  const invoices = ofTypes(INVOICED_EVENTS).map(({ order }) => invoiceKey(order));
  const left = [...setAside.texts.keys()].filter((key) => SET_ASIDE_PREFIXES.some((prefix) => key.startsWith(prefix)));
  const unread = queues.flatMap((queue) => queue.unread).filter(({ body }) => body !== POISON);
  return [
    ...differences(
      'on the topic',
      topic.taken.map(({ deduplicationId }) => deduplicationId),
      ids(events),
    ),
    ...differences('in the lake', [...lake], ids(events)),
    ...differences(
      'notices',
      records.itemsOf<{ noticeId: string }>('Notices').map(({ noticeId }) => noticeId),
      ids(ofTypes(NOTICED_EVENTS)),
    ),
    ...differences('invoices', [...documents.keys()], invoices),
    ...differences(
      'indexed invoices',
      records.itemsOf<{ documentKey: string }>('DocumentIndex').map(({ documentKey }) => documentKey),
      invoices,
    ),
    ...left.map((key) => `${key} is still set aside`),
    ...unread.map(({ id, body }) => `${id} is still in a queue: ${body.slice(0, 60)}`),
  ];
}

function differences(where: string, found: readonly string[], expected: readonly string[]): string[] {
  const missing = expected.filter((each) => !found.includes(each));
  const unexpected = found.filter((each) => !expected.includes(each));
  return [
    ...missing.map((each) => `${where}: ${each} is missing`),
    ...unexpected.map((each) => `${where}: ${each} is wrong`),
  ];
}

/** The id of the event of a record that was set aside. */
function idIn(text: string): string {
  const [record] = JSON.parse(JSON.parse(text).payload).Records;
  return `${record.dynamodb.NewImage.orderId.S}#${record.dynamodb.NewImage.version.N}`;
}
