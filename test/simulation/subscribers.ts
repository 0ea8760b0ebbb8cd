import type { DynamoDBRecord } from 'aws-lambda';
import type { OrderEvent } from '../../lambda/messaging/order-event.ts';
import { expiredPrefix, setAsideText } from '../../lambda/orders/set-aside/set-aside-change.ts';
import { ServiceError } from '../aws/service-error.ts';
import { InMemorySetAside } from '../ops/redrive/set-aside-in-memory.ts';
import type { CloudParts } from './cloud.ts';
import { EventTopic } from './event-topic.ts';
import type { FaultKind } from './faults.ts';
import { MessageQueue, type QueueHost } from './message-queue.ts';
import type { SeededRandom } from './random.ts';
import { type StreamedRecord, StreamReader } from './stream-reader.ts';
import type { Workflow } from './workflow.ts';

const MINUTE = 60_000;
/** The longest time until SNS applies a filter, and the share of runs in which it does not apply it at once. */
const FILTER_DELAY = { longest: 15 * MINUTE, share: 0.2 };

/** The readers of the stream of orders, the topics and the queues, with what they received. */
export class Subscribers {
  /** The changes of orders, in sequence. */
  readonly changes: DynamoDBRecord[] = [];
  /** The ids of the events in the data stream. */
  readonly lake = new Set<string>();
  /** The documents, by their keys. */
  readonly documents = new Map<string, string>();
  readonly setAside = new InMemorySetAside();
  /** The records that Lambda set aside, with their ages. */
  readonly discarded: { readonly record: DynamoDBRecord; readonly age: number }[] = [];
  readonly queues: readonly MessageQueue[];
  readonly topic: EventTopic;
  readonly #readers: readonly StreamReader[];
  readonly #time: QueueHost['time'];
  #throttlesNext = false;

  constructor(workflow: Workflow, host: QueueHost & { readonly random: SeededRandom }) {
    const { time, injector, random, invoke } = host;
    this.#time = time;
    this.queues = workflow.queues.map((settings) => new MessageQueue(settings, host));
    const isLate = random.next() < FILTER_DELAY.share;
    const { ORDER_TOPIC_ARN } = publisherIn(workflow);
    this.topic = new EventTopic(
      time,
      this.queues.filter(({ settings }) => settings.topic === ORDER_TOPIC_ARN),
      isLate ? random.below(FILTER_DELAY.longest) : 0,
    );
    this.#readers = Object.entries(workflow.readers).map(
      ([entry, settings]) =>
        new StreamReader(entry, settings, {
          time,
          injector,
          invoke: (Records) => invoke(entry, { Records }),
          discard: (records) => this.#discard(entry, records),
        }),
    );
  }

  /** The services that events pass. */
  parts(workflow: Workflow): Pick<CloudParts, 'topics' | 'dataStreams' | 'buckets'> {
    const { ORDER_TOPIC_ARN = '', ORDER_STREAM_NAME = '', SET_ASIDE_BUCKET = '' } = publisherIn(workflow);
    const { DOCUMENTS_BUCKET = '' } = workflow.functions['documents/issue-invoice']?.settings ?? {};
    return {
      topics: { [ORDER_TOPIC_ARN]: (message) => this.topic.publish(message) },
      dataStreams: {
        [ORDER_STREAM_NAME]: (_, data) => this.#recorded((JSON.parse(data) as OrderEvent).eventId),
      },
      buckets: {
        [SET_ASIDE_BUCKET]: { objects: this.setAside.texts },
        [DOCUMENTS_BUCKET]: { objects: this.documents, onCreated: (key, size) => this.#documentCreated(key, size) },
      },
    };
  }

  /** Delivers a change of an order to the readers of the stream. */
  orderChanged(change: DynamoDBRecord): void {
    const SequenceNumber = String(this.changes.length + 1).padStart(6, '0');
    const record = { ...change, eventID: SequenceNumber, dynamodb: { ...change.dynamodb, SequenceNumber } };
    this.changes.push(record);
    for (const reader of this.#readers) reader.receive(record, this.#time.now);
  }

  /** Returns true if records are set aside under one of some prefixes. */
  isSetAside(prefixes: readonly string[]): boolean {
    return [...this.setAside.texts.keys()].some((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  }

  /** Disturbs the next batch of events to a service. */
  disturb(fault: FaultKind, port: string): void {
    if (port.startsWith('Kinesis')) this.#throttlesNext = true;
    else this.topic.disturbance = fault as EventTopic['disturbance'];
  }

  #recorded(eventId: string): void {
    const isThrottled = this.#throttlesNext;
    this.#throttlesNext = false;
    if (isThrottled) throw new ServiceError('ProvisionedThroughputExceededException', 'injected by the simulation');
    this.lake.add(eventId);
  }

  #documentCreated(key: string, size: number): void {
    const object = {
      key: encodeURIComponent(key),
      size,
      eTag: 'simulated',
      sequencer: this.documents.size.toString(16),
    };
    const eventTime = new Date(this.#time.now).toISOString();
    const body = JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', eventTime, s3: { object } }] });
    for (const queue of this.queues) if (queue.settings.consumer === 'documents/index-document') queue.send('', body);
  }

  #discard(entry: string, records: readonly StreamedRecord[]): void {
    for (const { record, at } of records) {
      this.discarded.push({ record, age: this.#time.now - at });
      const key = `${expiredPrefix(entry)}${record.dynamodb?.SequenceNumber}`;
      this.setAside.texts.set(key, setAsideText(record, new Error('too old')));
    }
  }
}

function publisherIn({ functions }: Workflow) {
  return functions['messaging/publish-order-events']?.settings ?? {};
}
