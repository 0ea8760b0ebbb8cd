import { Logger } from '@aws-lambda-powertools/logger';
import type { FirehoseTransformationEvent } from 'aws-lambda';
import { shopEventLakeRow } from './shop-event-row.ts';
import { transformRecords } from './transform-records.ts';

const logger = new Logger();

export const handler = async ({ records }: FirehoseTransformationEvent) =>
  transformRecords(records, shopEventLakeRow, (recordId, reason) => {
    logger.error('Malformed record', { recordId, error: reason });
  });
