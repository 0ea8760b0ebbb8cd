import { deployedWorkflow } from './deployed-workflow.ts';
import { JOURNEYS } from './journeys.ts';
import { SimulationThread } from './simulation-thread.ts';

/** `npm run simulate` runs the others, too. */
const SHARE = 0.15;

const workflow = deployedWorkflow();
const thread = new SimulationThread();
afterAll(() => thread.end());

test.each(JOURNEYS.map((journey) => [journey.name, journey] as const))(
  '%s satisfies the invariants with a fault at a call',
  async (_, journey) => {
    const { report, injected } = await thread.run({ workflow, plan: 'faultAtEveryCall', journey, share: SHARE });
    expect(report).toBe('');
    expect(injected).toBeGreaterThan(10);
  },
  120_000,
);
