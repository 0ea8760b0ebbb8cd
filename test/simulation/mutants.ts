import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { changedSource } from './changed-source.ts';
import { definitionMutants } from './definition-mutants.ts';
import { deployedWorkflow } from './deployed-workflow.ts';
import { SeededRandom } from './random.ts';
import { type ChangedSource, SimulationThread } from './simulation-thread.ts';
import { SOURCE_MUTANTS } from './source-mutants.ts';
import type { Workflow } from './workflow.ts';

// Removes one condition, Catch, Retry, edge, key or rule at a time: the simulation must detect each. `npm run mutants`, or
// those with a name: `npm run mutants -- approval`. `--share 0.2` takes a fifth of them, chosen pseudo-randomly.

/** Time limit of one mutant's simulation. A mutant that reaches it has not been caught: the machine may be slow. */
const TIMEOUT_MS = 900_000;

const SEEDS = { first: 1, last: 300 };

/** A removed part, and the rest. */
interface Mutant {
  readonly name: string;
  readonly workflow: Workflow;
  readonly changed?: ChangedSource;
}

const { values, positionals } = parseArgs({
  options: { share: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const [part = ''] = positionals;
const share = Number(values.share);
if (!(share > 0 && share <= 1)) {
  console.error(`share: got ${values.share}, expected a number above 0 and at most 1, such as --share 0.5`);
  process.exit(2);
}

const workflow = deployedWorkflow();
const all: Mutant[] = [
  ...SOURCE_MUTANTS.map((mutant) => ({ name: mutant.name, workflow, changed: changedSource(mutant) })),
  ...definitionMutants(workflow).map(({ name, change }) => ({ name, workflow: change(workflow) })),
].filter(({ name }) => name.includes(part));
if (all.length === 0) throw new Error(`no mutant has a name with "${part}"`);
const mutants = new SeededRandom(0).shuffled(all).slice(0, Math.ceil(all.length * share));

const started = performance.now();
let survivors = 0;
const queue = [...mutants];
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    const unchanged = new SimulationThread();
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const caughtBy = await hunt(mutant, unchanged);
      if (!caughtBy) survivors++;
      console.log(`${caughtBy ? 'caught  ' : 'SURVIVED'} ${mutant.name}${caughtBy ? ` — ${caughtBy}` : ''}`);
    }
    await unchanged.end();
  }),
);
const seconds = Math.round((performance.now() - started) / 1_000);
console.log(`${mutants.length} mutants, ${survivors} survived, ${seconds} s`);
process.exitCode = survivors > 0 ? 1 : 0;

/** Returns the violation that a mutant causes; nothing if it survives. A source mutant needs its own thread. */
async function hunt({ name, workflow, changed }: Mutant, unchanged: SimulationThread): Promise<string> {
  const thread = changed ? new SimulationThread(changed) : unchanged;
  const tooLate = new AbortController();
  try {
    const result = await Promise.race([
      thread.run({ workflow, plan: 'everything', seeds: SEEDS }),
      sleep(TIMEOUT_MS, undefined, tooLate),
    ]);
    if (!result) throw new Error(`not finished after ${TIMEOUT_MS / 1_000} s`);
    return result.summary;
  } catch (error) {
    throw new Error(`the simulation of "${name}" failed`, { cause: error });
  } finally {
    tooLate.abort();
    if (changed) await thread.end();
  }
}
