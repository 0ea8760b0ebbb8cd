import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { DeployedQueue } from './deployed-events.ts';
import type { Clock } from './faulty-service.ts';
import { ended, TIMED_OUT } from './invocation.ts';

/** A message in a queue. */
interface Message {
  readonly id: string;
  readonly group: string;
  readonly body: string;
  receiveCount: number;
  visibleAt: number;
}

/** A FIFO queue with its dead-letter queue and its consumer. */
export class FifoQueue {
  /** The messages that were moved to the dead-letter queue. */
  dead: Message[] = [];
  readonly #clock: Clock;
  readonly #settings: DeployedQueue;
  readonly #consume: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;
  #messages: Message[] = [];
  #sent = 0;

  constructor(
    clock: Clock,
    settings: DeployedQueue,
    consume: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>,
  ) {
    this.#clock = clock;
    this.#settings = settings;
    this.#consume = consume;
  }

  /** The time at which a message can be received; infinity without one. */
  get next(): number {
    const groups = new Map<string, number>();
    for (const { group, visibleAt } of this.#messages) groups.set(group, Math.max(groups.get(group) ?? 0, visibleAt));
    return Math.min(...groups.values());
  }

  send(group: string, body: string): void {
    this.#messages.push({ id: `message-${this.#sent++}`, group, body, receiveCount: 0, visibleAt: this.#clock.now });
  }

  /** Moves the messages of the dead-letter queue back, as an operator does. */
  redrive(): void {
    for (const { group, body } of this.dead) this.send(group, body);
    this.dead = [];
  }

  /** Receives a batch and deletes the messages that the consumer processed. */
  async step(): Promise<void> {
    const { maxReceiveCount, visibilityMs, batchSize } = this.#settings;
    const batch = this.#receivable().slice(0, batchSize);
    for (const message of batch) {
      message.receiveCount++;
      message.visibleAt = this.#clock.now + visibilityMs;
    }
    const exhausted = batch.filter(({ receiveCount }) => receiveCount > maxReceiveCount);
    this.dead.push(...exhausted);
    const delivered = batch.filter((message) => !exhausted.includes(message));
    const failed = delivered.length > 0 ? await this.#deliver(delivered) : [];
    this.#messages = this.#messages.filter((message) => !batch.includes(message) || failed.includes(message));
  }

  /** The messages in sequence that no earlier one of their group holds back. */
  #receivable(): Message[] {
    const inFlight = this.#messages.filter(({ visibleAt }) => visibleAt > this.#clock.now);
    const blocked = new Set(inFlight.map(({ group }) => group));
    return this.#messages.filter(({ group }) => !blocked.has(group));
  }

  async #deliver(messages: readonly Message[]): Promise<readonly Message[]> {
    const Records = messages.map(({ id, group, body }) => ({
      messageId: id,
      body,
      attributes: { MessageGroupId: group },
    })) as unknown as SQSRecord[];
    const result = await ended(this.#consume({ Records }, {} as Context));
    if (result === TIMED_OUT) return messages;
    const failed = new Set(result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return messages.filter(({ id }) => failed.has(id));
  }
}
