import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBRecord } from 'aws-lambda';
import type { StreamReader } from '../platform/process-in-order.ts';
import { describeEvent, type OrderEvent, orderEventOf } from './order-event.ts';
import type { OrderEventTarget } from './order-event-target.ts';
import { publishedOrder } from './published-order.ts';

const logger = new Logger();

/** Publishes the events of orders that changed to each target. */
export function publishOrderChanges(targets: readonly OrderEventTarget[]): StreamReader['process'] {
  return async (records) => {
    const read = records.map(eventOf);
    const events = read.flatMap((event) => (event instanceof Error ? [] : (event ?? [])));
    const errors = await publishOrderEvents(targets, events);
    for (const event of events) {
      if (!errors.has(event)) logger.info('Order event published', { event: describeEvent(event) });
    }
    return read.map((event) => (event instanceof Error ? event : event && errors.get(event)));
  };
}

/** Publishes events of different orders to each target; returns the error of each event that was not taken. */
export async function publishOrderEvents(
  targets: readonly OrderEventTarget[],
  events: readonly OrderEvent[],
): Promise<Map<OrderEvent, Error>> {
  const results = await Promise.all(targets.map((target) => target.publish(events)));
  const errors = new Map<OrderEvent, Error>();
  for (const [index, event] of events.entries()) {
    const error = results.map((result) => result[index]).find((each) => each !== undefined);
    if (error) errors.set(event, error);
  }
  return errors;
}

/** Returns the event that a record causes, the reason why it cannot be read, or nothing. */
function eventOf(record: DynamoDBRecord): OrderEvent | Error | undefined {
  try {
    const order = publishedOrder(record);
    return order && orderEventOf(order);
  } catch (error) {
    return error as Error;
  }
}
