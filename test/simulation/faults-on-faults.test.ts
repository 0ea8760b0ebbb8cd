import { deployedWorkflow } from './deployed-workflow.ts';
import { INTERRUPTED } from './journeys.ts';
import { SimulationThread } from './simulation-thread.ts';

const workflow = deployedWorkflow();
const thread = new SimulationThread();
afterAll(() => thread.end());

test.each(INTERRUPTED.map((journey) => [journey.name, journey] as const))(
  '%s at any call, ends well',
  async (_, journey) => {
    const { report, runs } = await thread.run({ workflow, plan: 'interruptionAtEveryCall', journey });
    expect(report).toBe('');
    expect(runs).toBeGreaterThan(50);
  },
  30_000,
);

test.each([
  ['a cancellation ends well with each fault at each call', 'faultWhileCancelling'],
  ['a journey ends well when something goes wrong while something else is being undone', 'faultWhileUndoing'],
  ['every journey ends well when one thing after another goes wrong', 'faultsOnFaults'],
] as const)(
  '%s',
  async (_, plan) => {
    const { report, injected } = await thread.run({ workflow, plan });
    expect(report).toBe('');
    expect(injected).toBeGreaterThan(100);
  },
  30_000,
);
