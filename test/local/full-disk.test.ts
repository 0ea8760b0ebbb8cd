import { orFullDisk } from '../../local/platform/full-disk.ts';
import { UserError } from '../../ops/user-error.ts';

const SENTENCE = /^The disk is full: \/.+\/\.local has \d+ MB left\. Free some space and start again$/;

test.each([
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
  new UserError('cdk deploy failed: Error: ENOSPC: no space left on device, mkdir (cdk.log)'),
  new UserError('pip said "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"'),
])('says in one sentence that the disk is full: %s', async (error) => {
  const shown = await orFullDisk(error);
  expect(shown).toBeInstanceOf(UserError);
  expect(shown).toMatchObject({ message: expect.stringMatching(SENTENCE) });
});

test('takes a full disk as the cause of an error that names none', async () => {
  const shown = await orFullDisk(new UserError('cdk deploy failed: AggregateError'), async () => 3.7);
  expect(shown).toMatchObject({ message: expect.stringContaining(' has 3 MB left') });
});

test('leaves any other error as it is', async () => {
  const error = new Error('ENOENT: no such file or directory');
  expect(await orFullDisk(error, async () => 500)).toBe(error);
});
