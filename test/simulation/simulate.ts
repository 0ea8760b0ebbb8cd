import { parseArgs } from 'node:util';
import { deployedWorkflow } from './deployed-workflow.ts';
import { everyFault, faultsOnFaults } from './plan.ts';
import { Tally } from './tally.ts';
import { PreparedWorkflow } from './workflow.ts';

// Runs more of the simulation than the tests do: `npm run simulate -- --seeds 10000`, or a single seed with `--seed 17`.
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, seed: { type: 'string' } } });
const last = Number(values.seed ?? values.seeds);
if (!Number.isInteger(last) || last < 1) {
  console.error(
    `seeds: got ${values.seed ?? values.seeds}, expected a whole number of at least 1, such as --seeds 1000`,
  );
  process.exit(2);
}

const workflow = new PreparedWorkflow(deployedWorkflow());
const tally = new Tally(workflow);
if (!values.seed) await tally.runAll(await everyFault(workflow));
await tally.runAll(await faultsOnFaults(workflow, values.seed ? last : 1, last));

if (tally.firstFailure) console.log(tally.report);
console.log(`${tally.runs} runs, ${tally.injected} faults injected, ${tally.violations} violations`);
process.exitCode = tally.violations > 0 ? 1 : 0;
