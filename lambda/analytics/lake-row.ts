/** The day, in UTC, that a row is kept under. */
export interface LakePartition {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** An event as it goes into the lake: the columns of its table, and its day. */
export interface LakeRow {
  readonly row: object;
  readonly partition: LakePartition;
}

/** A time in UTC, as Hive and Athena read it: `2026-11-20 10:11:12.345`. */
export function lakeTimestamp(time: string | number): string {
  return new Date(time).toISOString().replace('T', ' ').replace('Z', '');
}

/** The day of a time. */
export function lakePartition(time: string | number): LakePartition {
  const [year = '', month = '', day = ''] = new Date(time).toISOString().slice(0, 10).split('-');
  return { year, month, day };
}
