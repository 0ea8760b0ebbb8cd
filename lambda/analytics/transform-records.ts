import type {
  FirehoseTransformationEventRecord,
  FirehoseTransformationResult,
  FirehoseTransformationResultRecord,
} from 'aws-lambda';
import type { LakeRow } from './lake-row.ts';

/** Transforms an event into a row. Throws an error if it is not a valid event. */
export type RowMaker = (event: unknown) => LakeRow;
/** Reports a record that is not a valid event, with the reason. */
export type MalformedRecordReporter = (recordId: string, reason: Error) => void;

/**
 * Transforms records into rows of the data lake, with their partitions.
 *
 * Firehose writes a record that is not a valid event to the error prefix, unchanged. The others are delivered.
 */
export function transformRecords(
  records: readonly FirehoseTransformationEventRecord[],
  makeRow: RowMaker,
  reportMalformed: MalformedRecordReporter,
): FirehoseTransformationResult {
  return { records: records.map((record) => transformRecord(record, makeRow, reportMalformed)) };
}

function transformRecord(
  { recordId, data }: FirehoseTransformationEventRecord,
  makeRow: RowMaker,
  reportMalformed: MalformedRecordReporter,
): FirehoseTransformationResultRecord {
  try {
    const { row, partition } = makeRow(JSON.parse(Buffer.from(data, 'base64').toString()));
    return {
      recordId,
      result: 'Ok',
      data: Buffer.from(`${JSON.stringify(row)}\n`).toString('base64'),
      metadata: { partitionKeys: { ...partition } },
    };
  } catch (error) {
    reportMalformed(recordId, error as Error);
    return { recordId, result: 'ProcessingFailed', data };
  }
}
