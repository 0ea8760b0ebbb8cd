import { rmSync } from 'node:fs';

/** Deletes the folder that `run-folder-setup.ts` created. */
export default function teardown(): void {
  rmSync(process.env.TEST_RUN_FOLDER as string, { recursive: true });
}
