import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { changedFile, type Mutant } from '../mutant.ts';
import { type Caught, HuntThread, type Recording } from './hunt-thread.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** Test files that see no change: they test the mutants, start programs, or are hunters of their own. */
const EXCLUDED = /^test\/(e2e|mutants|simulation|local|bench|platform\/(synth|snapshot|bundle))/;

/** Runs the unit tests that reach each mutant until one fails. */
export class Hunter {
  readonly #mutants: readonly Mutant[];
  readonly #recordings: Recording[] = [];

  constructor(mutants: readonly Mutant[]) {
    this.#mutants = mutants;
  }

  /**
   * Runs every test file without a change.
   *
   * @throws Error if a test fails
   */
  async record(): Promise<void> {
    const positions = this.#mutants.map(({ file, edit }) => ({ file, offset: edit.start }));
    const testFiles = globSync('test/**/*.test.ts', { cwd: ROOT }).filter((file) => !EXCLUDED.test(file));
    await inThreads([undefined, ...testFiles], async (thread, testFile) => {
      const recording = await thread.record({ testFile, positions });
      if (recording.failure)
        throw new Error(`${testFile} fails without a change: ${JSON.stringify(recording.failure)}`);
      this.#recordings.push(recording);
    });
  }

  /** Hunts every mutant, and reports each result. */
  async hunt(report: (mutant: Mutant, caught: Caught) => Promise<void>): Promise<void> {
    const queue = this.#mutants.map((mutant, index) => ({ mutant, index }));
    await inThreads(queue, async (thread, { mutant, index }) => {
      const change = changedFile(mutant);
      await report(mutant, await thread.hunt({ change, tests: this.#testsOf(index), readers: this.#readersOf(index) }));
    });
  }

  /** The test files that reach a mutant, the likeliest to catch it first. */
  #testsOf(index: number): string[] {
    const mutant = this.#mutants[index] as Mutant;
    return this.#recordings
      .filter(({ testFile, reached }) => testFile && reached.includes(index))
      .toSorted((left, right) => cost(left, mutant) - cost(right, mutant))
      .map(({ testFile }) => testFile as string);
  }

  #readersOf(index: number): string[] {
    const isInTemplates = this.#recordings.some(({ testFile, reached }) => !testFile && reached.includes(index));
    if (!isInTemplates) return [];
    const mutant = this.#mutants[index] as Mutant;
    return this.#recordings
      .filter(({ testFile, readsAssembly }) => testFile && readsAssembly)
      .toSorted((left, right) => cost(left, mutant) - cost(right, mutant))
      .map(({ testFile }) => testFile as string);
  }
}

/** The time of a test file, less if its name or folder says that it tests a file. */
function cost({ testFile = '', milliseconds }: Recording, { file }: Mutant): number {
  const isNamed = basename(testFile).startsWith(basename(file).split('.')[0] ?? '');
  const isNear = dirname(testFile).split('/')[1] === dirname(file).split('/')[1];
  return milliseconds / (isNamed ? 100 : 1) / (isNear ? 10 : 1);
}

async function inThreads<T>(items: readonly T[], work: (thread: HuntThread, item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      const thread = new HuntThread();
      while (queue.length > 0) await work(thread, queue.shift() as T);
      await thread.end();
    }),
  );
}
