import { transformRecords } from '../../lambda/analytics/transform-records.ts';

/** Lets records with these contents through, and answers with what became of each, and why. */
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

/** What is put on a stream as one line of JSON. */
export const line = (content: unknown) => `${JSON.stringify(content)}\n`;
