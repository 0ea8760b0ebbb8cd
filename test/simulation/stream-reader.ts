import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { FaultInjector } from './fault-injector.ts';
import type { Invocation } from './invocation.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { ReaderOfStream } from './workflow.ts';

/** The time from a change to its delivery, in milliseconds. */
const LATENCY = 100;
const FIRST_PAUSE = 1_000;
const MAX_PAUSE = 600_000;
/** The number of lanes: records of different lanes are delivered at the same time. */
const LANES = 2;

/** The parts of a run that a reader of the stream needs. */
export interface ReaderHost {
  readonly time: VirtualTime;
  readonly injector: FaultInjector;
  readonly invoke: (records: readonly DynamoDBRecord[]) => Invocation;
  /** Stores records that Lambda sets aside: they are too old, or were retried too often. */
  readonly discard: (records: readonly StreamedRecord[]) => void;
}

/** A change on the stream. */
export interface StreamedRecord {
  readonly record: DynamoDBRecord;
  readonly at: number;
}

/** A function that reads the stream of orders, as Lambda invokes it: the records of a lane in sequence. */
export class StreamReader {
  readonly #lanes: readonly Lane[];
  readonly #pattern: unknown;

  constructor(name: string, settings: ReaderOfStream, host: ReaderHost) {
    this.#lanes = Array.from({ length: LANES }, () => new Lane(name, settings, host));
    this.#pattern = JSON.parse(settings.pattern);
  }

  /** Delivers a change, unless the filter does not let it pass. */
  receive(record: DynamoDBRecord, at: number): void {
    if (!matches(this.#pattern, record)) return;
    const key = JSON.stringify(record.dynamodb?.Keys);
    const sum = [...key].reduce((before, character) => before + character.charCodeAt(0), 0);
    this.#lanes[sum % LANES]?.receive({ record, at });
  }
}

class Lane {
  readonly #name: string;
  readonly #settings: ReaderOfStream;
  readonly #host: ReaderHost;
  #records: StreamedRecord[] = [];
  #isBusy = false;
  #size: number;
  #failures = 0;

  constructor(name: string, settings: ReaderOfStream, host: ReaderHost) {
    this.#name = name;
    this.#settings = settings;
    this.#host = host;
    this.#size = settings.batchSize;
  }

  receive(record: StreamedRecord): void {
    this.#records.push(record);
    if (!this.#isBusy) this.#deliverAfter(LATENCY);
  }

  #deliverAfter(milliseconds: number): void {
    this.#isBusy = this.#records.length > 0;
    if (this.#isBusy) this.#host.time.after(milliseconds, () => void this.#deliver());
  }

  async #deliver(): Promise<void> {
    const { time, injector } = this.#host;
    const { batchSize, maxAgeMs, bisects, retries } = this.#settings;
    this.#drop(this.#records.filter(({ at }) => time.now - at > maxAgeMs).length, true);
    const batch = this.#records.slice(0, this.#size);
    const fault = injector.meet({
      by: 'the platform',
      port: `deliver to ${this.#name}`,
      inExecution: false,
      first: true,
    });
    const failed = fault === 'lost event' ? -1 : await this.#firstFailure(batch, fault === 'twice');
    const processed = failed < 0 ? batch.length : failed;
    this.#drop(processed, false);
    this.#size = failed >= 0 && bisects ? Math.max(1, Math.floor((batch.length - processed) / 2)) : batchSize;
    this.#failures = failed === 0 ? this.#failures + 1 : 0;
    if (this.#failures > retries) this.#drop(1, true);
    this.#deliverAfter(failed < 0 ? LATENCY : Math.min(FIRST_PAUSE * 2 ** this.#failures, MAX_PAUSE));
  }

  /** Invokes the function; returns the position of the first record that it did not process, and -1 without one. */
  async #firstFailure(batch: readonly StreamedRecord[], twice: boolean): Promise<number> {
    if (batch.length === 0) return -1;
    const records = batch.map(({ record }) => record);
    try {
      if (twice) this.#host.invoke(records);
      const result = (await this.#host.invoke(records).result) as DynamoDBBatchResponse | null;
      const [failure] = this.#settings.reportsFailures ? (result?.batchItemFailures ?? []) : [];
      return records.findIndex(({ dynamodb }) => dynamodb?.SequenceNumber === failure?.itemIdentifier);
    } catch (error) {
      this.#host.injector.note(this.#name, `failed: ${(error as Error).name}`);
      return 0;
    }
  }

  #drop(count: number, isDiscarded: boolean): void {
    const dropped = this.#records.slice(0, count);
    this.#records = this.#records.slice(count);
    if (isDiscarded && count > 0) this.#host.discard(dropped);
  }
}

/** Matches a record with a pattern of EventBridge: a list names the possible values. */
function matches(pattern: unknown, value: unknown): boolean {
  if (Array.isArray(pattern)) return pattern.includes(value);
  return Object.entries(pattern as object).every(([name, inside]) =>
    matches(inside, (value as Record<string, unknown> | undefined)?.[name]),
  );
}
