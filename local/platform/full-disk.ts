import { statfs } from 'node:fs/promises';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT, LOCAL_FOLDER } from '../checkout.ts';

/** Errors of a full disk or an exhausted quota, as Node, Python and the CDK CLI report them. */
const FULL = /\b(ENOSPC|EDQUOT)\b|No space left on device|Disk quota exceeded/;

/** Free space below which the emulator and its functions fail in ways that name no cause. */
const ENOUGH_MEGABYTES = 10;
const MEGABYTE = 1_000_000;

/** Returns true if a line of a log reports a full disk. */
export function reportsFullDisk(line: string): boolean {
  return FULL.test(line);
}

/** Returns an error as the one sentence that a user needs if the disk is full, and any other error unchanged. */
export async function orFullDisk(error: unknown, freeMegabytes = freeSpace): Promise<unknown> {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  const free = await freeMegabytes();
  if (free >= ENOUGH_MEGABYTES && !reportsFullDisk(`${code} ${message}`)) return error;
  return new UserError(
    `The disk is full: ${LOCAL_FOLDER} has ${Math.floor(free)} MB left. Free some space and start again`,
  );
}

/** Returns the free space of the folder of local runs in MB. */
async function freeSpace(): Promise<number> {
  const { bavail, bsize } = await statfs(LOCAL_FOLDER).catch(() => statfs(CHECKOUT));
  return (bavail * bsize) / MEGABYTE;
}
