import type { SQSBatchResponse } from 'aws-lambda';
import type { FaultInjector } from './fault-injector.ts';
import type { Invocation } from './invocation.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { QueueOfTopic } from './workflow.ts';

/** The time from a message to its delivery, in milliseconds. */
const LATENCY = 100;

/** A message in a queue. */
export interface Message {
  readonly id: string;
  /** The messages of a group are delivered in sequence. */
  readonly group: string;
  readonly body: string;
  receiveCount: number;
  visibleAt: number;
}

/** The parts of a run that a queue needs. */
export interface QueueHost {
  readonly time: VirtualTime;
  readonly injector: FaultInjector;
  readonly invoke: (entry: string, event: unknown) => Invocation;
}

/** A queue with its dead-letter queue and its consumer, which Lambda invokes once at a time. */
export class MessageQueue {
  /** The messages that were moved to the dead-letter queue. */
  dead: Message[] = [];
  readonly settings: QueueOfTopic;
  readonly #host: QueueHost;
  #messages: Message[] = [];
  #sent = 0;
  #isBusy = false;
  #cancel = () => {};

  constructor(settings: QueueOfTopic, host: QueueHost) {
    this.settings = settings;
    this.#host = host;
  }

  /** The messages that are in the queue or in its dead-letter queue. */
  get unread(): readonly Message[] {
    return [...this.#messages, ...this.dead];
  }

  send(group: string, body: string): void {
    const id = `${this.settings.name}-${++this.#sent}`;
    this.#messages.push({ id, group: this.settings.isFifo ? group : id, body, receiveCount: 0, visibleAt: 0 });
    this.#deliverNext();
  }

  /** Moves the messages of the dead-letter queue back, as an operator does. */
  redrive(): void {
    const { dead } = this;
    this.dead = [];
    for (const { group, body } of dead) this.send(group, body);
  }

  #deliverNext(): void {
    if (this.#isBusy) return;
    this.#cancel();
    const groups = new Map<string, number>();
    for (const { group, visibleAt } of this.#messages) groups.set(group, Math.max(groups.get(group) ?? 0, visibleAt));
    const next = Math.max(Math.min(...groups.values()), this.#host.time.now + LATENCY);
    this.#cancel = this.#host.time.after(next - this.#host.time.now, () => void this.#deliver());
  }

  async #deliver(): Promise<void> {
    const { visibilityMs, maxReceiveCount, batchSize } = this.settings;
    this.#isBusy = true;
    const batch = this.#receivable().slice(0, batchSize);
    for (const message of batch) {
      message.receiveCount++;
      message.visibleAt = this.#host.time.now + visibilityMs;
    }
    const exhausted = batch.filter(({ receiveCount }) => receiveCount > maxReceiveCount);
    this.dead.push(...exhausted);
    const delivered = batch.filter((message) => !exhausted.includes(message));
    const failed = delivered.length > 0 ? await this.#consume(delivered) : [];
    this.#messages = this.#messages.filter((message) => !batch.includes(message) || failed.includes(message));
    this.#isBusy = false;
    this.#deliverNext();
  }

  /** The messages in sequence that no earlier one of their group holds back. */
  #receivable(): Message[] {
    const blocked = new Set<string>();
    return this.#messages.filter(({ group, visibleAt }) => {
      if (visibleAt > this.#host.time.now) blocked.add(group);
      return !blocked.has(group);
    });
  }

  async #consume(messages: readonly Message[]): Promise<readonly Message[]> {
    const { consumer } = this.settings;
    const Records = messages.map(({ id, group, body }) => ({
      messageId: id,
      body,
      attributes: { MessageGroupId: group },
    }));
    try {
      const result = (await this.#host.invoke(consumer, { Records }).result) as SQSBatchResponse;
      const failed = new Set(result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      return messages.filter(({ id }) => failed.has(id));
    } catch (error) {
      this.#host.injector.note(consumer, `failed: ${(error as Error).name}`);
      return messages;
    }
  }
}
