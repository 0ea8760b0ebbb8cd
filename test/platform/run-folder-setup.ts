import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates the folder for files that the test files of a run share. */
export default function setup(): void {
  process.env.TEST_RUN_FOLDER = mkdtempSync(join(tmpdir(), 'order-platform-'));
}
