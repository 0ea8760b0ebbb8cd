import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { changedFile, type Mutant } from '../mutant.ts';
import { type Caught, HuntThread } from './hunt-thread.ts';
import { closureOf } from './import-graph.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Test files that see no change, because they start programs, or that compare with what a command has written. */
const EXCLUDED =
  /^test\/(e2e|mutants|simulation|local|bench|ops\/command-line|docs\/pages|platform\/(synth|snapshot|bundle-functions|logical))/;
const SYNTHESIS = 'test/mutants/hunt/synthesize-app.ts';
const ASSEMBLY = 'test/platform/synthesized-app.ts';

interface TestFile {
  readonly file: string;
  readonly closure: ReadonlySet<string>;
}

/** The unit tests, and the files that each of them imports. */
const TEST_FILES: readonly TestFile[] = globSync('test/**/*.test.ts', { cwd: ROOT })
  .filter((file) => !EXCLUDED.test(file))
  .map((file) => ({ file, closure: closureOf(file) }));
const IN_TEMPLATES = closureOf(SYNTHESIS);

/** Runs the unit tests that import the file of each mutant until one fails, and reports each result. */
export async function hunt(
  mutants: readonly Mutant[],
  report: (mutant: Mutant, caught: Caught) => Promise<void>,
): Promise<void> {
  const queue = [...mutants];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const thread = new HuntThread();
      for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
        const request = { change: changedFile(mutant), tests: testsOf(mutant), readers: readersOf(mutant) };
        await report(mutant, await thread.hunt(request));
      }
      await thread.end();
    }),
  );
}

/** The test files that import the file of a mutant, the likeliest to catch it first. */
function testsOf({ file }: Mutant): string[] {
  return ordered(
    TEST_FILES.filter(({ closure }) => closure.has(file)),
    file,
  );
}

/** The test files that read the templates of the app, if a mutant can change them. */
function readersOf({ file }: Mutant): string[] {
  if (!IN_TEMPLATES.has(file)) return [];
  return ordered(
    TEST_FILES.filter(({ closure }) => closure.has(ASSEMBLY)),
    file,
  );
}

function ordered(some: readonly TestFile[], file: string): string[] {
  return some.toSorted((left, right) => distance(left, file) - distance(right, file)).map((each) => each.file);
}

/** A number that is small for a test of this file alone, and greater for one of another folder or of many files. */
function distance({ file: testFile, closure }: TestFile, file: string): number {
  const isNamed = basename(testFile).startsWith(basename(file).split('.')[0] ?? '');
  const isNear = dirname(testFile).split('/')[1] === dirname(file).split('/')[1];
  return closure.size + (isNamed ? 0 : 1_000) + (isNear ? 0 : 10_000);
}
