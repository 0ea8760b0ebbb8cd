import { readFileSync } from 'node:fs';
import { everyFault, faultsOnFaults } from './plan.ts';
import { Tally } from './tally.ts';
import { PreparedWorkflow } from './workflow.ts';

// Started by mutants.ts in a copy of the logic: says what catches it, or nothing.
const workflow = new PreparedWorkflow(JSON.parse(readFileSync(process.argv[2] as string, 'utf8')));
const tally = new Tally(workflow);
await everyFault(workflow, tally);
if (!tally.firstFailure) await faultsOnFaults(workflow, tally, 1, 300);
if (tally.firstFailure) {
  const { scenario, violations } = tally.firstFailure;
  const faults = scenario.faults.map(({ kind }) => kind).join(', then ') || 'no fault';
  console.log(`${scenario.journey.name}, ${faults}: ${violations[0]}`);
}
process.exit(0);
