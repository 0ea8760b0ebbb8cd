import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { DeployedEvents } from './deployed-events.ts';
import type { Clock } from './faulty-service.ts';
import { ended, TIMED_OUT } from './invocation.ts';
import type { Change } from './order-histories.ts';

const FIRST_PAUSE = 1_000;
const MAX_PAUSE = 600_000;

/** The changes that Lambda sends to the publisher in sequence: those of the items of one lane of a shard. */
export class StreamLane {
  readonly #clock: Clock;
  readonly #settings: DeployedEvents;
  readonly #publish: (records: DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>;
  readonly #discard: (records: DynamoDBRecord[]) => void;
  #changes: Change[];
  #size: number;
  #failures = 0;
  #notBefore = 0;

  constructor(
    clock: Clock,
    settings: DeployedEvents,
    changes: Change[],
    publish: (records: DynamoDBRecord[]) => Promise<DynamoDBBatchResponse>,
    discard: (records: DynamoDBRecord[]) => void,
  ) {
    this.#clock = clock;
    this.#settings = settings;
    this.#changes = changes;
    this.#publish = publish;
    this.#discard = discard;
    this.#size = settings.batchSize;
  }

  /** The time of the next delivery; infinity if all changes are processed. */
  get next(): number {
    return Math.max(this.#changes[0]?.at ?? Number.POSITIVE_INFINITY, this.#notBefore);
  }

  /** Delivers a batch, and a part of it again if that failed. */
  async step(): Promise<void> {
    const { now } = this.#clock;
    const { batchSize, retries, maxAgeMs, bisects } = this.#settings;
    const old = this.#changes.filter(({ at }) => now - at > maxAgeMs);
    if (old.length > 0) return this.#drop(old.length, true);

    const batch = this.#changes.filter(({ at }) => at <= now).slice(0, this.#size);
    const result = await ended(this.#publish(batch.map(({ record }) => record)));
    const [failure] = result === TIMED_OUT ? [{ itemIdentifier: sequenceOf(batch[0]) }] : result.batchItemFailures;
    const processed = failure
      ? batch.findIndex((change) => sequenceOf(change) === failure.itemIdentifier)
      : batch.length;
    this.#drop(processed, false);
    this.#size = failure && bisects ? Math.max(1, Math.floor((batch.length - processed) / 2)) : batchSize;
    this.#failures = failure && processed === 0 ? this.#failures + 1 : 0;
    if (failure) this.#notBefore = now + Math.min(FIRST_PAUSE * 2 ** this.#failures, MAX_PAUSE);
    if (retries >= 0 && this.#failures > retries) this.#drop(1, true);
  }

  #drop(count: number, isDiscarded: boolean): void {
    const dropped = this.#changes.slice(0, count);
    this.#changes = this.#changes.slice(count);
    if (isDiscarded) this.#discard(dropped.map(({ record }) => record));
  }
}

function sequenceOf(change: Change | undefined): string {
  return change?.record.dynamodb?.SequenceNumber ?? '';
}
