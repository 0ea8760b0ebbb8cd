import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { definitionMutants } from './definition-mutants.ts';
import { deployedWorkflow } from './deployed-workflow.ts';
import { SOURCE_MUTANTS, type SourceMutant } from './source-mutants.ts';
import type { Workflow } from './workflow.ts';

// Takes one condition, Catch, Retry, edge, key or rule away at a time: the simulation must notice each. `npm run mutants`

/** How long the simulation of a mutant may take: one that never ends is noticed, too. */
const TIMEOUT_MS = 60_000;

/** Something taken away, and the simulation of what is left. */
interface Mutant {
  readonly name: string;
  readonly prepare: (folder: string) => void;
}

const project = join(import.meta.dirname, '../..');
const workflow = deployedWorkflow();
const mutants: Mutant[] = [
  ...SOURCE_MUTANTS.map((mutant) => ({ name: mutant.name, prepare: (folder: string) => changeSource(folder, mutant) })),
  ...definitionMutants(workflow).map(({ name, change }) => ({
    name,
    prepare: (folder: string) => writeWorkflow(folder, change(workflow)),
  })),
].filter(({ name }) => name.includes(process.argv[2] ?? ''));

const run = promisify(execFile);
const folders = mkdtempSync(join(tmpdir(), 'mutants-'));
const started = performance.now();
let survivors = 0;
try {
  const queue = [...mutants.entries()];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [index, mutant] = next;
        const caughtBy = await hunt(mutant, join(folders, String(index)));
        if (!caughtBy) survivors++;
        console.log(`${caughtBy ? 'caught  ' : 'SURVIVED'} ${mutant.name}${caughtBy ? ` — ${caughtBy}` : ''}`);
      }
    }),
  );
} finally {
  rmSync(folders, { recursive: true });
}
const seconds = Math.round((performance.now() - started) / 1_000);
console.log(`${mutants.length} mutants, ${survivors} survived, ${seconds} s`);
process.exitCode = survivors > 0 ? 1 : 0;

/** What caught a mutant; nothing where it survived. */
async function hunt(mutant: Mutant, folder: string): Promise<string> {
  mkdirSync(folder);
  for (const copied of ['package.json', 'lambda', 'test/simulation', 'test/orders', 'test/payments']) {
    cpSync(join(project, copied), join(folder, copied), { recursive: true });
  }
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  writeWorkflow(folder, workflow);
  mutant.prepare(folder);
  const arguments_ = [join(folder, 'test/simulation/hunt.ts'), join(folder, 'workflow.json')];
  try {
    const { stdout } = await run(process.execPath, arguments_, { timeout: TIMEOUT_MS });
    return stdout.trim();
  } catch (error) {
    if ((error as { killed?: boolean }).killed) return 'the simulation never ends';
    throw new Error(`the simulation of "${mutant.name}" does not start`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function changeSource(folder: string, { name, file, from, to }: SourceMutant): void {
  const path = join(folder, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) {
    throw new Error(`mutant "${name}": got ${parts.length - 1} times in ${file}, expected once: ${from}`);
  }
  writeFileSync(path, parts.join(to));
}

function writeWorkflow(folder: string, changed: Workflow): void {
  writeFileSync(join(folder, 'workflow.json'), JSON.stringify(changed));
}
