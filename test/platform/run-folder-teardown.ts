import { rmSync } from 'node:fs';

/** Removes what `run-folder-setup.ts` made. */
export default function teardown(): void {
  rmSync(process.env.TEST_RUN_FOLDER as string, { recursive: true });
}
