import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deployedWorkflow } from './deployed-workflow.ts';
import { everyOutage } from './outage-scenarios.ts';
import { OUTAGE_TABLE, outageTable } from './outage-table.ts';
import { everyFault, faultsOnFaults } from './plan.ts';
import { Tally } from './tally.ts';
import { PreparedWorkflow } from './workflow.ts';

// Runs more of the simulation than the tests do: `npm run simulate -- --seeds 10000`, or a single seed with `--seed 17`.
// `--outages` runs whole dependencies down for 1 s to 6 h, and writes the table of docs/order-workflow.md.
/** The number of seeds for each outage. */
const OUTAGE_SEEDS = 3;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    outages: { type: 'boolean', default: false },
  },
});
const last = Number(values.seed ?? values.seeds);
if (!Number.isInteger(last) || last < 1) {
  console.error(
    `seeds: got ${values.seed ?? values.seeds}, expected a whole number of at least 1, such as --seeds 1000`,
  );
  process.exit(2);
}

const workflow = new PreparedWorkflow(deployedWorkflow());
const tally = new Tally(workflow);
if (values.outages) {
  await tally.runAll(everyOutage(OUTAGE_SEEDS).map((scenario) => () => tally.run(scenario)));
  const table = await outageTable(workflow);
  writeFileSync(OUTAGE_TABLE, table);
  console.log(table);
} else {
  if (!values.seed) await tally.runAll(await everyFault(workflow));
  await tally.runAll(await faultsOnFaults(workflow, values.seed ? last : 1, last));
}

if (tally.firstFailure) console.log(tally.report);
console.log(`${tally.runs} runs, ${tally.injected} faults injected, ${tally.violations} violations`);
process.exitCode = tally.violations > 0 ? 1 : 0;
