import { writeFileSync } from 'node:fs';
import { orFullDisk, reportsFullDisk } from '../../local/platform/full-disk.ts';
import { UserError } from '../../ops/user-error.ts';

const SENTENCE = /^The disk is full: free space on the file system of \/.+ and start again$/;

/** Returns the error of a write. */
function errorOf(write: () => void): unknown {
  try {
    write();
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
  new UserError('cdk deploy failed: Error: ENOSPC: no space left on device, mkdir (cdk.log)'),
  new UserError('pip said "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"'),
])('says in one sentence that the disk is full: %s', (error) => {
  expect(orFullDisk(error)).toBeInstanceOf(UserError);
  expect(orFullDisk(error)).toMatchObject({ message: expect.stringMatching(SENTENCE) });
});

test('leaves any other error as it is', () => {
  const error = errorOf(() => writeFileSync('/nowhere/file', ''));
  expect(orFullDisk(error)).toBe(error);
  expect(orFullDisk(undefined)).toBeUndefined();
});

test('finds the full disk in the log of the emulator', () => {
  expect(reportsFullDisk('Traceback …\nOSError: [Errno 28] No space left on device\n')).toBe(true);
  expect(reportsFullDisk('Ready — 91 services available on port 4566.')).toBe(false);
});
