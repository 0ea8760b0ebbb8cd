import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';

const logger = new Logger();

/**
 * Processes the records of a stream in sequence and stops at the first failure.
 *
 * Lambda delivers again from the reported record on, so that no later record may be processed before it.
 */
export async function processInOrder(
  records: readonly DynamoDBRecord[],
  handle: (record: DynamoDBRecord) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  for (const record of records) {
    try {
      await handle(record);
    } catch (error) {
      logger.error('A stream record could not be processed', {
        error: error as Error,
        eventId: record.eventID ?? 'unknown',
      });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
  }
  return { batchItemFailures: [] };
}
