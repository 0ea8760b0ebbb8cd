import { availableParallelism } from 'node:os';
import { deployedWorkflow } from '../deployed-workflow.ts';
import { ExplorationThread } from './exploration-thread.ts';
import { SCOPES, titleOf } from './scopes.ts';

// Explores the interleavings of actors on one order: `npm run explore`, or some of them with `npm run explore -- refund`.
const workflow = deployedWorkflow();
const part = process.argv[2] ?? '';
const queue = SCOPES.filter((scope) => titleOf(scope).includes(part));
if (queue.length === 0) throw new Error(`no exploration has a name with "${part}"`);

const started = performance.now();
const total = { explorations: queue.length, states: 0, depth: 0, incomplete: 0, violations: 0 };
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    const thread = new ExplorationThread();
    for (let scope = queue.shift(); scope; scope = queue.shift()) {
      const { states, depth, complete, counterExample } = await thread.explore({ workflow, scope });
      const violated = counterExample.length > 0;
      total.states += states;
      total.depth = Math.max(total.depth, depth);
      total.incomplete += complete || violated ? 0 : 1;
      total.violations += violated ? 1 : 0;
      const result = violated ? 'VIOLATED' : complete ? 'complete' : 'bounded';
      console.log(`${result.padEnd(8)} ${String(states).padStart(7)} states  ${titleOf(scope)}`);
      if (total.violations === 1 && violated) console.log(counterExample.join('\n'));
    }
    await thread.end();
  }),
);
const { explorations, states, depth, incomplete, violations } = total;
const seconds = Math.round((performance.now() - started) / 1_000);
console.log(
  `${explorations} explorations, ${incomplete} of them bounded, ${states} states, depth ${depth}, ${violations} violations, ${seconds} s`,
);
process.exitCode = violations > 0 ? 1 : 0;
