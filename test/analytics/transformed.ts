import { transformRecords } from '../../lambda/analytics/transform-records.ts';

/** Transforms records with these contents and returns the result and the reason for each. */
export function transformedBy(makeRow: Parameters<typeof transformRecords>[1], contents: (string | Uint8Array)[]) {
  const reported: [string, string][] = [];
  const { records } = transformRecords(
    contents.map((content, number) => ({
      recordId: `record-${number}`,
      approximateArrivalTimestamp: 1_767_261_600_000,
      data: Buffer.from(content).toString('base64'),
    })),
    makeRow,
    (recordId, reason) => reported.push([recordId, reason.message]),
  );
  const results = records.map((record) => ({ ...record, data: Buffer.from(record.data ?? '', 'base64').toString() }));
  return { results, reported };
}

/** Content of a stream record: one line of JSON. */
export const line = (content: unknown) => `${JSON.stringify(content)}\n`;
