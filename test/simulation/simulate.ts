import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { deployedWorkflow } from './deployed-workflow.ts';
import { OUTAGE_TABLE, outageTable } from './outage-table.ts';
import { SimulationThread } from './simulation-thread.ts';
import { PreparedWorkflow } from './workflow.ts';

// Runs more of the simulation than the tests do: `npm run simulate -- --seeds 10000`, or a single seed with `--seed 17`.
// `--share 0.5` makes half of the trials, chosen pseudo-randomly. `--outages` runs whole dependencies down for 1 s to 6 h, and writes the table of docs/order-workflow.md.
/** The number of seeds for each outage. */
const OUTAGE_SEEDS = 1;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    outages: { type: 'boolean', default: false },
    share: { type: 'string', default: '1' },
  },
});
const last = Number(values.seed ?? values.seeds);
if (!Number.isInteger(last) || last < 1) {
  console.error(
    `seeds: got ${values.seed ?? values.seeds}, expected a whole number of at least 1, such as --seeds 1000`,
  );
  process.exit(2);
}

const share = Number(values.share);
if (!(share > 0 && share <= 1)) {
  console.error(`share: got ${values.share}, expected a number above 0 and at most 1, such as --share 0.5`);
  process.exit(2);
}

const workflow = deployedWorkflow();
const plan = values.outages ? 'outages' : values.seed ? 'faultsOnFaults' : 'everything';
const seeds = values.outages ? { first: 1, last: OUTAGE_SEEDS } : { first: values.seed ? last : 1, last };
const threads = availableParallelism();
const started = performance.now();
const results = await Promise.all(
  Array.from({ length: threads }, async (_, index) => {
    const thread = new SimulationThread();
    const result = await thread.run({ workflow, plan, seeds, share, part: { index, of: threads } });
    await thread.end();
    return result;
  }),
);
const seconds = Math.round((performance.now() - started) / 1_000);
if (values.outages) {
  const table = await outageTable(new PreparedWorkflow(workflow));
  writeFileSync(OUTAGE_TABLE, table);
  console.log(table);
}

const sum = (of: 'runs' | 'injected' | 'violations') => results.reduce((before, result) => before + result[of], 0);
for (const { report } of results) if (report) console.log(report);
console.log(
  `${sum('runs')} runs, ${sum('injected')} faults injected, ${sum('violations')} violations, ${seconds} s on ${threads} threads`,
);
process.exitCode = sum('violations') > 0 ? 1 : 0;
