import { Logger } from '@aws-lambda-powertools/logger';
import type { FirehoseTransformationEvent, FirehoseTransformationResult } from 'aws-lambda';
import { type RowMaker, transformRecords } from './transform-records.ts';

const logger = new Logger();

/** Returns a Firehose transformation handler. An alarm counts its log message for malformed records. */
export function lakeTransformation(makeRow: RowMaker) {
  return async ({ records }: FirehoseTransformationEvent): Promise<FirehoseTransformationResult> =>
    transformRecords(records, makeRow, (recordId, reason) => {
      logger.error('Malformed record', { recordId, error: reason });
    });
}
