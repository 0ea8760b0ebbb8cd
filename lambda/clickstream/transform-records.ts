import type {
  FirehoseTransformationEventRecord,
  FirehoseTransformationResult,
  FirehoseTransformationResultRecord,
} from 'aws-lambda';
import { orderEvent } from '../messaging/order-event.ts';
import { orderEventPartition, orderEventRow } from './order-event-row.ts';

/** Told of a record that is no order event, and why. */
export type MalformedRecordReporter = (recordId: string, reason: Error) => void;

/**
 * Turns order events into rows of the lake and says which day each belongs to.
 *
 * A record that is no order event goes to the error prefix as it came; the others are not held up.
 */
export function transformRecords(
  records: readonly FirehoseTransformationEventRecord[],
  reportMalformed: MalformedRecordReporter,
): FirehoseTransformationResult {
  return { records: records.map((record) => transformRecord(record, reportMalformed)) };
}

function transformRecord(
  { recordId, data }: FirehoseTransformationEventRecord,
  reportMalformed: MalformedRecordReporter,
): FirehoseTransformationResultRecord {
  try {
    const event = orderEvent.parse(JSON.parse(Buffer.from(data, 'base64').toString()));
    return {
      recordId,
      result: 'Ok',
      data: Buffer.from(`${JSON.stringify(orderEventRow(event))}\n`).toString('base64'),
      metadata: { partitionKeys: { ...orderEventPartition(event) } },
    };
  } catch (error) {
    reportMalformed(recordId, error as Error);
    return { recordId, result: 'ProcessingFailed', data };
  }
}
