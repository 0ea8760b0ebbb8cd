import { parentPort } from 'node:worker_threads';
import { Assembly } from './assembly.ts';
import type { Caught, HuntRequest } from './hunt-thread.ts';
import { type Failure, runTestFile } from './run-test-file.ts';

// Started by `hunt-thread.ts`: runs test files with a change, one after the other.
// As in the unit tests: the CDK's template validator costs seconds.
process.env.CDK_VALIDATION = 'false';
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const unchanged = await Assembly.synthesize();
unchanged.use();
/** The result of each test file that caught a mutant, without a change. */
const withoutChange = new Map<string, Failure | undefined>();

/** Returns the first test that fails with a change and not without it; nothing if there is none. */
async function hunt({ change, tests, readers }: HuntRequest): Promise<Caught> {
  const by = await firstToFail(tests, change);
  if (by || readers.length === 0) return { by };

  let assembly: Assembly;
  try {
    assembly = await Assembly.synthesize(change);
  } catch (error) {
    return { by: { file: 'bin/app.ts', test: 'the app is synthesized', error: String(error).split('\n')[0] ?? '' } };
  }
  try {
    if (assembly.templates === unchanged.templates) return { by: undefined };
    assembly.use();
    return { by: await firstToFail(readers, change), changesTemplates: true };
  } finally {
    unchanged.use();
    assembly.delete();
  }
}

async function firstToFail(testFiles: readonly string[], change: HuntRequest['change']): Promise<Caught['by']> {
  for (const file of testFiles) {
    const failure = await runTestFile(file, change);
    if (failure && !(await failsAnyway(file))) return { file, ...failure };
  }
  return undefined;
}

/** Returns true for a test file that needs Jest: it fails without a change. */
async function failsAnyway(file: string): Promise<boolean> {
  if (!withoutChange.has(file)) {
    const changed = process.env.TEST_RUN_FOLDER;
    unchanged.use();
    withoutChange.set(file, await runTestFile(file));
    process.env.TEST_RUN_FOLDER = changed;
  }
  return withoutChange.get(file) !== undefined;
}

parentPort?.on('message', async (request: HuntRequest) => parentPort?.postMessage(await hunt(request)));
