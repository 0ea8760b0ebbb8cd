import { deployedWorkflow } from './deployed-workflow.ts';
import { JOURNEYS } from './journeys.ts';
import { SimulationThread } from './simulation-thread.ts';

const workflow = deployedWorkflow();
const thread = new SimulationThread();
afterAll(() => thread.end());

test.each(JOURNEYS.map((journey) => [journey.name, journey] as const))(
  '%s satisfies the invariants with each fault at each call',
  async (_, journey) => {
    const { report, injected } = await thread.run({ workflow, plan: 'faultAtEveryCall', journey });
    expect(report).toBe('');
    expect(injected).toBeGreaterThan(100);
  },
  120_000,
);
