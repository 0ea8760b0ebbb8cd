import { type OrderEvent, orderEventOf } from '../../lambda/messaging/order-event.ts';
import type { OrderEventTarget } from '../../lambda/messaging/order-event-target.ts';
import { publishOrderEvents } from '../../lambda/messaging/publish-order-changes.ts';
import { publishedOrder } from '../../lambda/messaging/published-order.ts';
import { type SetAsideRecord, setAsideRecords } from '../../lambda/orders/set-aside/set-aside-change.ts';
import { PoisonError } from '../../lambda/platform/poison-error.ts';
import { processInOrder } from '../../lambda/platform/process-in-order.ts';
import type { OrderCustomers, SetAsideChanges } from './set-aside-changes.ts';

/** The ports of `redriveEvents`. */
export interface RedriveEventsPorts {
  readonly customers: OrderCustomers;
  readonly setAside: SetAsideChanges;
  /** The prefixes of the publisher's objects. */
  readonly prefixes: readonly string[];
  readonly targets: readonly OrderEventTarget[];
}

/** Result of publishing again what was set aside. */
export interface RedrivenEvents {
  /** The ids of the events that were published. */
  readonly published: readonly string[];
  /** The reason why an object stays, by its key. */
  readonly left: ReadonlyMap<string, string>;
}

/** The maximum number of events that are published at the same time. */
const AT_ONCE = 100;

/**
 * Publishes the events that were set aside, those of an order by their versions.
 *
 * An object is removed after all its events were published: if the command is interrupted, it publishes them again.
 */
export async function redriveEvents(ports: RedriveEventsPorts): Promise<RedrivenEvents> {
  const { setAside, targets } = ports;
  const { records, left } = await readObjects(ports);
  const waiting = new Map([...records].sort(([a], [b]) => versionOf(a) - versionOf(b)));
  const reasons = new Map<string, string>();
  const published: string[] = [];

  const process = async (round: readonly SetAsideRecord[]) => {
    const read = await Promise.all(round.map((record) => eventOf(ports, record)));
    const events = read.flatMap((each) => (each instanceof Error ? [] : (each ?? [])));
    const errors = await publishOrderEvents(targets, events);
    return read.map((each, index) => {
      const error = each instanceof Error ? each : each && errors.get(each);
      const record = round[index] as SetAsideRecord;
      if (error) reasons.set(records.get(record) ?? '', error.message);
      else waiting.delete(record);
      if (each && !error) published.push((each as OrderEvent).eventId);
      return error;
    });
  };
  await processInOrder([...waiting.keys()], {
    atOnce: AT_ONCE,
    process: (round) => process(round as SetAsideRecord[]),
    setAside: async () => {},
    logger: { error: () => {} },
  });

  for (const key of waiting.values()) left.set(key, reasons.get(key) ?? 'not tried, because another one failed');
  for (const key of new Set(records.values())) if (!left.has(key)) await setAside.remove(key);
  return { published, left };
}

/** Reads the records of all objects, with the key of each, and the reason why an object cannot be read. */
async function readObjects({ setAside, prefixes }: RedriveEventsPorts) {
  const records = new Map<SetAsideRecord, string>();
  const left = new Map<string, string>();
  for (const prefix of prefixes) {
    for await (const { key, text } of setAside.objects(prefix)) {
      try {
        for (const record of setAsideRecords(text)) records.set(record, key);
      } catch (error) {
        left.set(key, `not a stream record: ${(error as Error).message}`);
      }
    }
  }
  return { records, left };
}

function versionOf({ dynamodb }: SetAsideRecord): number {
  return Number(dynamodb.NewImage.version?.N ?? 0);
}

/** Returns the event that a record causes, if any, or the reason why there is none. */
async function eventOf(
  { customers }: RedriveEventsPorts,
  record: SetAsideRecord,
): Promise<OrderEvent | Error | undefined> {
  try {
    const order = publishedOrder(record);
    if (!order) return undefined;
    const customerId = await customers.customerOf(order.orderId);
    // The customer may have been erased since: subscribers receive the pseudonym.
    return customerId ? orderEventOf({ ...order, customerId }) : new PoisonError('the order does not exist');
  } catch (error) {
    return error as Error;
  }
}
