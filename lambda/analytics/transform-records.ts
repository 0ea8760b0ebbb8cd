import type {
  FirehoseTransformationEventRecord,
  FirehoseTransformationResult,
  FirehoseTransformationResultRecord,
} from 'aws-lambda';
import type { LakeRow } from './lake-row.ts';

/** Makes a row of an event; throws if it is none. */
export type RowMaker = (event: unknown) => LakeRow;
/** Told of a record that is no event, and why. */
export type MalformedRecordReporter = (recordId: string, reason: Error) => void;

/**
 * Turns events into rows of the lake and says which day each belongs to.
 *
 * A record that is no event goes to the error prefix as it came; the others are not held up.
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
