import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the folder in which the test files of a run leave what they share. */
export default function setup(): void {
  process.env.TEST_RUN_FOLDER = mkdtempSync(join(tmpdir(), 'order-platform-'));
}
