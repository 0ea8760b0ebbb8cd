import { ServiceError } from '../aws/service-error.ts';
import type { TopicMessage } from '../aws/sns.ts';
import type { MessageQueue } from './message-queue.ts';
import type { VirtualTime } from './virtual-time.ts';

const MINUTE = 60_000;
/** The window in which a FIFO topic drops duplicates. */
const DEDUPLICATION = 5 * MINUTE;

/** A message that no consumer can read. */
export const POISON = 'no JSON';

/** A FIFO topic with its subscriptions. */
export class EventTopic {
  /** The messages in the order in which the topic took them, without duplicates that it dropped. */
  readonly taken: TopicMessage[] = [];
  /** The ids of events that the topic refuses. */
  readonly refused = new Set<string>();
  /** The disturbance of the next message. */
  disturbance: 'throttled entry' | 'refused event' | 'poison message' | undefined;
  readonly #time: VirtualTime;
  readonly #queues: readonly MessageQueue[];
  /** The time until which the filters of subscriptions are not applied. */
  readonly #filtersFrom: number;
  readonly #takenAt = new Map<string, number>();

  constructor(time: VirtualTime, queues: readonly MessageQueue[], filterDelay: number) {
    this.#time = time;
    this.#queues = queues;
    this.#filtersFrom = time.now + filterDelay;
  }

  publish(message: TopicMessage): void {
    const { now } = this.#time;
    const { disturbance } = this;
    this.disturbance = undefined;
    if (disturbance === 'throttled entry') throw new ServiceError('ThrottledException', 'injected by the simulation');
    if (disturbance === 'refused event') this.refused.add(message.deduplicationId);
    if (this.refused.has(message.deduplicationId))
      throw new ServiceError('InvalidParameter', 'injected by the simulation');
    const before = this.#takenAt.get(message.deduplicationId) ?? Number.NEGATIVE_INFINITY;
    if (now - before < DEDUPLICATION) return;
    this.#takenAt.set(message.deduplicationId, now);
    this.taken.push(message);
    for (const queue of this.#queues) {
      if (disturbance === 'poison message') queue.send(message.group, POISON);
      const { eventTypes } = queue.settings;
      const passes = !eventTypes || eventTypes.includes(message.attributes.eventType ?? '');
      if (passes || now < this.#filtersFrom) queue.send(message.group, message.body);
    }
  }
}
