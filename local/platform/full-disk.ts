import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from './checkout.ts';

/** Errors of a full disk or an exhausted quota, as Node, Python and the CDK CLI report them. */
const FULL = /\b(ENOSPC|EDQUOT)\b|No space left on device|Disk quota exceeded/;

/** Returns true if a text, such as a log, reports a full disk. */
export function reportsFullDisk(text: string): boolean {
  return FULL.test(text);
}

/** Returns an error as the one sentence that a user needs if the disk is full, and any other error unchanged. */
export function orFullDisk(error: unknown): unknown {
  const { code = '', message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (!reportsFullDisk(`${code} ${message}`)) return error;
  return new UserError(`The disk is full: free space on the file system of ${CHECKOUT} and start again`);
}
