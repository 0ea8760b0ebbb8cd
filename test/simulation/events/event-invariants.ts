import { INVOICED_EVENTS } from '../../../lambda/documents/invoice-key.ts';
import { NOTICED_EVENTS } from '../../../lambda/messaging/notice.ts';
import { orderEventOf } from '../../../lambda/messaging/order-event.ts';
import type { EventsWorld } from './events-world.ts';

const MAX_AGE = 23 * 3_600_000;

/** Returns the violated invariants after the changes were processed, before an operator acts. */
export function violationsBefore(world: EventsWorld): string[] {
  const { refused, everSetAside, queues, hasConsumerFaults } = world;
  const wronglySetAside = everSetAside.filter(({ record, by, age }) =>
    by === 'function' ? !refused.has(idOfRecord(record)) : age <= MAX_AGE,
  );
  const dead = [...queues.NotifyCustomer.dead, ...(hasConsumerFaults ? [] : queues.IssueInvoice.dead)];
  return [
    ...wronglySetAside.map(
      ({ record, by, age }) => `the ${by} set ${idOfRecord(record)} aside at the age of ${age} ms`,
    ),
    ...dead.filter(({ body }) => body !== 'no JSON').map(({ body }) => `${body} is dead without a failure of its own`),
    ...disorder(world),
  ];
}

/** The first publications of an order's events ascend, except of those that were set aside. */
function disorder({ taken, everSetAside }: EventsWorld): string[] {
  const exempt = new Set(everSetAside.map(({ record }) => idOfRecord(record)));
  const last = new Map<string, number>();
  const seen = new Set<string>();
  return taken.flatMap(({ eventId, order: { orderId, version } }) => {
    if (seen.has(eventId) || exempt.has(eventId)) return [];
    seen.add(eventId);
    const before = last.get(orderId) ?? 0;
    last.set(orderId, version);
    return version > before ? [] : [`${eventId} was first published after version ${before}`];
  });
}

/** Returns the violated invariants after the operator has published what was set aside and moved dead messages back. */
export function violationsAfter({ changes, taken, lake, notices, documents, setAside, queues }: EventsWorld): string[] {
  const events = changes.filter(({ isPublic }) => isPublic).map(({ order }) => orderEventOf(order));
  const ids = events.map(({ eventId }) => eventId);
  const idsOf = (types: readonly string[]) => events.filter(({ eventType }) => types.includes(eventType));
  const published = new Set(taken.map(({ eventId }) => eventId));
  const invoiced = [...documents.documents.keys()].map((key) => key.split('/').at(-1));
  const dead = Object.values(queues).flatMap((queue) => queue.dead.filter(({ body }) => body !== 'no JSON'));
  return [
    ...differences('on the topic', [...published], ids),
    ...differences('in the lake', [...lake], ids),
    ...differences(
      'notices',
      [...notices],
      idsOf(NOTICED_EVENTS).map(({ eventId }) => eventId),
    ),
    ...differences(
      'invoices',
      invoiced,
      idsOf(INVOICED_EVENTS).map(({ order }) => `${order.orderId}.pdf`),
    ),
    ...[...setAside.texts.keys()].map((key) => `${key} is still set aside`),
    ...dead.map(({ body }) => `${body} is still in a dead-letter queue`),
  ];
}

function differences(where: string, found: readonly (string | undefined)[], expected: readonly string[]): string[] {
  const missing = expected.filter((each) => !found.includes(each));
  const unexpected = found.filter((each) => !expected.includes(each ?? ''));
  return [
    ...missing.map((each) => `${where}: ${each} is missing`),
    ...unexpected.map((each) => `${where}: ${each} is wrong`),
  ];
}

function idOfRecord({ dynamodb }: { dynamodb?: { NewImage?: Record<string, { S?: string; N?: string }> } }): string {
  return `${dynamodb?.NewImage?.orderId?.S}#${dynamodb?.NewImage?.version?.N}`;
}
