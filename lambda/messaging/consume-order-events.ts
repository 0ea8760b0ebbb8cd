import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeEvent, type OrderEvent, type OrderEventType, receivedOrderEvent } from './order-event.ts';

/** The consumer of a queue of order events. */
export interface OrderEventConsumer {
  /** The name of the queue. */
  readonly queue: string;
  /** The types of events that the consumer handles; the filter of its subscription has the same ones. */
  readonly eventTypes: readonly OrderEventType[];
  /** Handles an event. It must be idempotent: an event is delivered at least once. */
  readonly handle: (event: OrderEvent) => Promise<void>;
}

/**
 * Builds a handler for a FIFO queue of order events.
 *
 * A message that fails is delivered again, with the later ones of its order: an order's events stay in order. An event of
 * a type that this release does not know is logged and skipped, so that a newer publisher does not block the queue. An
 * event of another type than the consumer's is skipped as well: SNS takes up to 15 minutes to apply a filter.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export function consumeOrderEvents({ queue, eventTypes, handle }: OrderEventConsumer) {
  const logger = new Logger();
  const processor = new SqsFifoPartialProcessorAsync();

  const receive = async (record: SQSRecord): Promise<void> => {
    const event = receivedOrderEvent(JSON.parse(record.body));
    if (!event) {
      logger.warn('Order event of an unknown type ignored', { queue, messageId: record.messageId });
      return;
    }
    if (!eventTypes.includes(event.eventType)) {
      logger.warn('Order event of another type ignored', { queue, event: describeEvent(event) });
      return;
    }
    logger.info('Order event received', { queue, event: describeEvent(event) });
    await handle(event);
  };
  return (batch: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(batch, receive, processor, {
      context,
      // A failure stops the later messages of its order, not those of other orders in the batch.
      skipGroupOnError: true,
      throwOnFullBatchFailure: false,
    });
}
