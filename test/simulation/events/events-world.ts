import type { DynamoDBRecord } from 'aws-lambda';
import { INVOICED_EVENTS } from '../../../lambda/documents/invoice-key.ts';
import { issueInvoice } from '../../../lambda/documents/issue-invoice.ts';
import { consumeOrderEvents } from '../../../lambda/messaging/consume-order-events.ts';
import { NOTICED_EVENTS, noticeOf } from '../../../lambda/messaging/notice.ts';
import type { OrderEvent } from '../../../lambda/messaging/order-event.ts';
import { publishOrderChanges } from '../../../lambda/messaging/publish-order-changes.ts';
import { type BatchService, sendBatches } from '../../../lambda/messaging/send-batches.ts';
import { setAsideText } from '../../../lambda/orders/set-aside/set-aside-change.ts';
import { processInOrder } from '../../../lambda/platform/process-in-order.ts';
import { redriveEvents } from '../../../ops/redrive/redrive-events.ts';
import { InMemoryDocuments } from '../../documents/in-memory-documents.ts';
import { InMemorySetAside } from '../../ops/redrive/set-aside-in-memory.ts';
import { SeededRandom } from '../random.ts';
import type { DeployedEvents } from './deployed-events.ts';
import { type Clock, FaultyService, type ServiceFaults } from './faulty-service.ts';
import { FifoQueue } from './fifo-queue.ts';
import { ended } from './invocation.ts';
import { type Change, orderHistories } from './order-histories.ts';
import { StreamLane } from './stream-lane.ts';

const MINUTE = 60_000;
const LANES = 2;
/** The window in which the topic drops duplicates. */
const DEDUPLICATION = 5 * MINUTE;
/** The longest time until SNS applies a filter. */
const FILTER_DELAY = 15 * MINUTE;
/** The duration of an invocation. */
const INVOCATION = 50;
/** The share of messages that follow one that no consumer can read. */
const POISON_RATE = 0.05;
/** The longest run. */
const MAX_STEPS = 20_000;

const SERVICES = ['topic', 'stream', 'bucket', 'store'] as const;
type Service = (typeof SERVICES)[number];
/** The durations of outages: shorter than a retry, longer than a queue retries, longer than the stream keeps a record. */
const OUTAGES = [1, 60, 3_600, 6 * 3_600, 30 * 3_600].map((seconds) => seconds * 1_000);
const RATES = [0, 0.05, 0.3];

/** The number of seeds that together have every outage of every service at every rate of faults. */
export const COMBINATIONS = SERVICES.length * OUTAGES.length * RATES.length;

function faultsAt(seed: number, service: Service): ServiceFaults {
  const [outageMs = 0] = SERVICES[seed % 4] === service ? [OUTAGES[Math.floor(seed / 4) % 5]] : [];
  return { outageMs, rate: RATES[seed % 3] ?? 0 };
}

/** The publisher, the topic, the lake, the queues and their consumers in memory, for one run. */
export class EventsWorld implements Clock {
  now = 0;
  readonly changes: readonly Change[];
  /** The events in the order in which the topic took them, without duplicates that it dropped. */
  readonly taken: OrderEvent[] = [];
  readonly lake = new Set<string>();
  readonly notices = new Set<string>();
  readonly documents = new InMemoryDocuments();
  /** The ids of events that the topic refuses until the operator has fixed the cause. */
  readonly refused: Set<string>;
  readonly setAside = new InMemorySetAside();
  /** Every record that was set aside, by the age at which it was. */
  readonly everSetAside: {
    readonly record: DynamoDBRecord;
    readonly by: 'function' | 'Lambda';
    readonly age: number;
  }[] = [];
  readonly queues: Record<'IssueInvoice' | 'NotifyCustomer', FifoQueue>;
  /** True if calls of the store of documents fail. */
  readonly hasConsumerFaults: boolean;

  readonly #random: SeededRandom;
  readonly #settings: DeployedEvents;
  readonly #services: Record<Service, FaultyService>;
  readonly #lanes: StreamLane[];
  readonly #filterApplied: number;
  readonly #takenAt = new Map<string, number>();
  #timers: { readonly at: number; readonly effect: () => void }[] = [];
  #duplicates = true;

  constructor(settings: DeployedEvents, seed: number) {
    const random = new SeededRandom(seed);
    this.#settings = settings;
    this.#random = random;
    this.changes = orderHistories(random, 6);
    this.refused = new Set(this.changes.filter(() => random.next() < 0.03).map(({ order }) => idOf(order)));
    this.#filterApplied = random.pick([0, random.below(FILTER_DELAY)]);
    const faultsOf = (name: Service) => faultsAt(seed, name);
    this.hasConsumerFaults = Object.values(faultsOf('store')).some((each) => each > 0);
    this.#services = {
      topic: new FaultyService(this, random, faultsOf('topic')),
      stream: new FaultyService(this, random, faultsOf('stream')),
      bucket: new FaultyService(this, random, faultsOf('bucket')),
      store: new FaultyService(this, random, faultsOf('store')),
    };
    this.queues = {
      IssueInvoice: new FifoQueue(this, settings.queues.IssueInvoice, this.#invoicing()),
      NotifyCustomer: new FifoQueue(this, settings.queues.NotifyCustomer, this.#notifying()),
    };
    this.#lanes = Array.from({ length: LANES }, (_, lane) => {
      const changes = this.changes.filter(({ order }) => Number(order.orderId.split('-')[1]) % LANES === lane);
      const discard = (records: DynamoDBRecord[]) => this.#discard(records);
      return new StreamLane(this, settings, [...changes], (records) => this.#publish(records), discard);
    });
  }

  later(milliseconds: number, effect: () => void): void {
    this.#timers.push({ at: this.now + milliseconds, effect });
  }

  /** Runs until all changes and messages are processed. */
  async run(): Promise<void> {
    const actors = [...this.#lanes, ...Object.values(this.queues)];
    for (let step = 0; ; step++) {
      if (step > MAX_STEPS) throw new Error(`the run goes on after ${MAX_STEPS} steps`);
      const ready = actors.filter(({ next }) => next <= this.now);
      if (ready.length > 0) {
        await this.#random.pick(ready).step();
        this.now += INVOCATION;
      } else {
        const next = Math.min(...actors.map((actor) => actor.next), ...this.#timers.map(({ at }) => at));
        if (next === Number.POSITIVE_INFINITY) return;
        this.now = next;
      }
      const due = this.#timers.filter(({ at }) => at <= this.now);
      this.#timers = this.#timers.filter(({ at }) => at > this.now);
      for (const { effect } of due) effect();
    }
  }

  /** Publishes what was set aside, before and after the causes are fixed, and moves dead messages back. */
  async operate(): Promise<void> {
    this.#duplicates = false;
    const customers = { customerOf: async () => 'AIDACUSTOMER' };
    const prefixes = ['publisher/', 'aws/lambda/mapping/'];
    const redrive = () => redriveEvents({ customers, setAside: this.setAside, prefixes, targets: this.#targets() });
    await ended(redrive());

    this.refused.clear();
    const fixed = new FaultyService(this, this.#random, { rate: 0, outageMs: 0 });
    Object.assign(this.#services, { topic: fixed, stream: fixed, bucket: fixed, store: fixed });
    await redrive();
    for (const queue of Object.values(this.queues)) queue.redrive();
    await this.run();
  }

  async #publish(records: DynamoDBRecord[]) {
    const reader = {
      atOnce: Number.POSITIVE_INFINITY,
      process: publishOrderChanges(this.#targets()),
      setAside: (record: DynamoDBRecord, error: Error) =>
        this.#services.bucket.call(() => this.#store(record, 'function', setAsideText(record, error))),
      logger: { error: () => {} },
    };
    if (this.#duplicates && this.#random.next() < 0.1) await processInOrder(records, reader);
    return processInOrder(records, reader);
  }

  #targets() {
    const service = (name: 'topic' | 'stream', take: (event: OrderEvent) => void): BatchService<OrderEvent> => ({
      maxEntries: 3,
      maxBytes: 262_144,
      sizeOf: () => 1_000,
      wait: async (milliseconds) => {
        this.now += milliseconds;
      },
      send: (events) => {
        const refusals = events.map(({ eventId }) => this.#refusal(name, eventId));
        return this.#services[name].call(() => {
          for (const [index, event] of events.entries()) if (!refusals[index]) take(event);
          return refusals;
        });
      },
    });
    const topic = service('topic', (event) => this.#take(event));
    const stream = service('stream', ({ eventId }) => this.lake.add(eventId));
    return [topic, stream].map((each) => ({ publish: (events: readonly OrderEvent[]) => sendBatches(each, events) }));
  }

  #refusal(name: 'topic' | 'stream', eventId: string): Error | undefined {
    if (name === 'topic' && this.refused.has(eventId)) return named('InvalidParameter');
    return this.#services[name].throttles() ? named('ThrottledException') : undefined;
  }

  #take(event: OrderEvent): void {
    const {
      eventId,
      eventType,
      order: { orderId },
    } = event;
    const before = this.#takenAt.get(eventId) ?? Number.NEGATIVE_INFINITY;
    if (this.now - before < DEDUPLICATION) return;
    this.#takenAt.set(eventId, this.now);
    this.taken.push(event);
    for (const [name, queue] of Object.entries(this.queues)) {
      if (this.#random.next() < POISON_RATE) queue.send(orderId, 'no JSON');
      const { eventTypes } = this.#settings.queues[name as keyof typeof this.queues];
      if (this.now < this.#filterApplied || eventTypes.includes(eventType)) queue.send(orderId, JSON.stringify(event));
    }
  }

  #discard(records: DynamoDBRecord[]): void {
    for (const record of records) this.#store(record, 'Lambda', setAsideText(record, new Error('too old')));
  }

  #store(record: DynamoDBRecord, by: 'function' | 'Lambda', text: string): void {
    const change = this.changes.find((each) => each.record === record);
    this.everSetAside.push({ record, by, age: this.now - (change?.at ?? 0) });
    const prefix = by === 'function' ? 'publisher/' : 'aws/lambda/mapping/';
    this.setAside.texts.set(`${prefix}${record.dynamodb?.SequenceNumber}`, text);
  }

  #invoicing() {
    const store = {
      putNew: (document: Parameters<InMemoryDocuments['putNew']>[0]) =>
        this.#services.store.call(() => this.documents.putNew(document)).then((stored) => stored),
    };
    const handle = async (event: OrderEvent) => void (await issueInvoice(store, event));
    return consumeOrderEvents({ queue: 'invoicing', eventTypes: INVOICED_EVENTS, handle });
  }

  #notifying() {
    const handle = async (event: OrderEvent) => {
      const notice = noticeOf(event);
      if (notice) this.notices.add(notice.noticeId);
    };
    return consumeOrderEvents({ queue: 'notifications', eventTypes: NOTICED_EVENTS, handle });
  }
}

function named(name: string): Error {
  return Object.assign(new Error('no'), { name });
}

function idOf({ orderId, version }: { orderId: string; version: number }): string {
  return `${orderId}#${version}`;
}
