import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

const logger = new Logger();

/**
 * Handles the records of a stream one after the other and stops at the first that fails.
 *
 * Lambda delivers again from the record that is reported, so nothing behind it may be handled before it.
 */
export async function processInOrder(
  records: readonly DynamoDBRecord[],
  handle: (record: DynamoDBRecord) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  for (const record of records) {
    try {
      await handle(record);
    } catch (error) {
      logger.error('A stream record could not be handled', {
        error: error as Error,
        eventId: record.eventID ?? 'unknown',
      });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}
