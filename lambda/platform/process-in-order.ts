import type { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { PoisonError, SET_ASIDE_MESSAGE } from './poison-error.ts';

/** Processing of the records of a table's stream. */
export interface StreamReader {
  /** The maximum number of records that are processed at the same time, each of another item. */
  readonly atOnce: number;
  /** Processes records of different items; returns the error of each record that failed, at its position. */
  readonly process: (records: readonly DynamoDBRecord[]) => Promise<readonly (Error | undefined)[]>;
  /** Stores a record that no attempt can process. */
  readonly setAside: (record: DynamoDBRecord, error: PoisonError) => Promise<void>;
  /** The log of failures. */
  readonly logger: Pick<Logger, 'error'>;
}

/**
 * Processes the records of a stream, those of an item in sequence and those of different items at the same time.
 *
 * A record that fails with a `PoisonError` is set aside. Any other failure ends the batch: Lambda delivers again from the
 * first record on that was not processed. That record is tried alone, so that an outage does not process the others with
 * every delivery.
 */
export async function processInOrder(
  records: readonly DynamoDBRecord[],
  reader: StreamReader,
): Promise<DynamoDBBatchResponse> {
  const waiting = new Set(records);
  for (let atOnce = 1; waiting.size > 0; atOnce = reader.atOnce) {
    const round = firstOfEachItem(waiting, atOnce);
    const errors = await reader.process(round);
    const settled = await Promise.all(round.map((record, index) => isSettled(record, errors[index], reader)));
    for (const [index, record] of round.entries()) if (settled[index]) waiting.delete(record);
    if (settled.includes(false)) break;
  }
  const [next] = waiting;
  return { batchItemFailures: next ? [{ itemIdentifier: next.dynamodb?.SequenceNumber ?? '' }] : [] };
}

/** Builds a `process` that handles each record by itself. */
export function eachRecord(handle: (record: DynamoDBRecord) => Promise<void>): StreamReader['process'] {
  return async (records) => {
    const results = await Promise.allSettled(records.map(async (record) => handle(record)));
    return results.map((result) => (result.status === 'rejected' ? (result.reason as Error) : undefined));
  };
}

function firstOfEachItem(records: Iterable<DynamoDBRecord>, limit: number): DynamoDBRecord[] {
  const byItem = new Map<string, DynamoDBRecord>();
  for (const record of records) {
    const item = JSON.stringify(record.dynamodb?.Keys);
    if (byItem.size < limit && !byItem.has(item)) byItem.set(item, record);
  }
  return [...byItem.values()];
}

/** Returns true if nothing is left to do for a record: it was processed or set aside. */
async function isSettled(record: DynamoDBRecord, error: Error | undefined, reader: StreamReader): Promise<boolean> {
  if (!error) return true;
  const { logger } = reader;
  const context = { error, eventId: record.eventID ?? 'unknown' };
  if (!(error instanceof PoisonError)) {
    logger.error('A stream record could not be processed and is delivered again', context);
    return false;
  }
  try {
    await reader.setAside(record, error);
  } catch (failure) {
    logger.error('A stream record could not be set aside and is delivered again', {
      ...context,
      error: failure as Error,
    });
    return false;
  }
  logger.error(SET_ASIDE_MESSAGE, context);
  return true;
}
