import { Logger } from '@aws-lambda-powertools/logger';
import type { FirehoseTransformationEvent, FirehoseTransformationResult } from 'aws-lambda';
import { type RowMaker, transformRecords } from './transform-records.ts';

const logger = new Logger();

/** A handler that makes rows of the lake; what it logs of a malformed record is what an alarm counts. */
export function lakeTransformation(makeRow: RowMaker) {
  return async ({ records }: FirehoseTransformationEvent): Promise<FirehoseTransformationResult> =>
    transformRecords(records, makeRow, (recordId, reason) => {
      logger.error('Malformed record', { recordId, error: reason });
    });
}
