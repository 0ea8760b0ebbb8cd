import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { describeEvent, type OrderEvent, receivedOrderEvent } from './order-event.ts';

/**
 * Builds a handler for a FIFO queue of order events.
 *
 * A message that fails is delivered again, with the later ones of its order: an order's events stay in order. An event of
 * a type that this release does not know is logged and skipped, so that a newer publisher does not block the queue.
 */
export function consumeOrderEvents(queue: string, handle: (event: OrderEvent) => Promise<void>) {
  const logger = new Logger();
  const processor = new SqsFifoPartialProcessorAsync();

  const receive = async (record: SQSRecord): Promise<void> => {
    const event = receivedOrderEvent(JSON.parse(record.body));
    if (!event) {
      logger.warn('Order event of an unknown type ignored', { queue, messageId: record.messageId });
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
