import type { OrderEvent } from './order-event.ts';

/** A service that order events are published to. */
export interface OrderEventTarget {
  /**
   * Publishes events of different orders; returns the error of each event that was not taken, at its position.
   *
   * The error is a `PoisonError` if no attempt can publish the event.
   */
  publish(events: readonly OrderEvent[]): Promise<readonly (Error | undefined)[]>;
}
