import { deployedWorkflow } from './deployed-workflow.ts';
import { SimulationThread } from './simulation-thread.ts';

/** `npm run simulate` runs the others, too. */
const SHARE = 0.008;

const workflow = deployedWorkflow();
const thread = new SimulationThread();
afterAll(() => thread.end());

test('every journey satisfies the invariants with faults, interruptions and outages', async () => {
  const seeds = { first: 1, last: 300 };
  const { report, runs, injected } = await thread.run({ workflow, plan: 'everything', seeds, share: SHARE });
  expect(report).toBe('');
  expect(runs).toBeGreaterThan(100);
  expect(injected).toBeGreaterThan(100);
}, 120_000);
