/** The partition of a row: a day in UTC. */
export interface LakePartition {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** A row of the data lake, with the columns of its table, and its partition. */
export interface LakeRow {
  readonly row: object;
  readonly partition: LakePartition;
}

/** Formats a time, in ISO 8601 or in milliseconds since 1970, in UTC for Hive and Athena: `2026-11-20 10:11:12.345`. */
export function lakeTimestamp(time: string | number): string {
  return new Date(time).toISOString().replace('T', ' ').replace('Z', '');
}

/** Returns the partition of a time, in ISO 8601 or in milliseconds since 1970. */
export function lakePartition(time: string | number): LakePartition {
  const [year = '', month = '', day = ''] = new Date(time).toISOString().slice(0, 10).split('-');
  return { year, month, day };
}
