import { parentPort } from 'node:worker_threads';
import { Assembly } from './assembly.ts';
import { Coverage } from './coverage.ts';
import type { Caught, HuntRequest, Recording, RecordRequest, Request } from './hunt-thread.ts';
import { runTestFile } from './run-test-file.ts';

// Started by `hunt-thread.ts`: runs test files with and without a change, one after the other.
// As in the unit tests: the CDK's template validator costs seconds.
process.env.CDK_VALIDATION = 'false';
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';

const unchanged = await Assembly.synthesize();
unchanged.use();

/** Runs a test file, or synthesizes the app, and records the positions that it reaches. */
async function record({ testFile, positions }: RecordRequest): Promise<Recording> {
  const coverage = new Coverage();
  await coverage.start();
  const started = performance.now();
  let failure: Recording['failure'];
  if (testFile) failure = await runTestFile(testFile);
  else (await Assembly.synthesize()).delete();
  const milliseconds = performance.now() - started;
  const visited = await coverage.visited();
  await coverage.stop();
  return {
    testFile,
    failure,
    milliseconds,
    readsAssembly: visited.has('test/platform/deployed-stacks.ts'),
    reached: positions.flatMap(({ file, offset }, index) => (visited.get(file)?.(offset) ? [index] : [])),
  };
}

/** Returns the first test that fails with a change; nothing if all pass. */
async function hunt({ change, tests, readers }: HuntRequest): Promise<Caught> {
  for (const file of tests) {
    const failure = await runTestFile(file, change);
    if (failure) return { by: { file, ...failure } };
  }
  if (readers.length === 0) return { by: undefined };

  let assembly: Assembly;
  try {
    assembly = await Assembly.synthesize(change);
  } catch (error) {
    return { by: { file: 'bin/app.ts', test: 'synthesizes', error: String(error).split('\n')[0] ?? '' } };
  }
  try {
    if (assembly.templates === unchanged.templates) return { by: undefined };
    assembly.use();
    for (const file of readers) {
      const failure = await runTestFile(file, change);
      if (failure) return { by: { file, ...failure } };
    }
    return { by: undefined, changesTemplates: true };
  } finally {
    unchanged.use();
    assembly.delete();
  }
}

parentPort?.on('message', async (request: Request) => {
  parentPort?.postMessage('change' in request ? await hunt(request) : await record(request));
});
