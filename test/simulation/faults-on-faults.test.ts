import { deployedWorkflow } from './deployed-workflow.ts';
import { INTERRUPTED } from './journeys.ts';
import { SimulationThread } from './simulation-thread.ts';

const workflow = deployedWorkflow();
const thread = new SimulationThread();
afterAll(() => thread.end());

test.each(INTERRUPTED.map((journey) => [journey.name, journey] as const))(
  '%s at any call, satisfies the invariants',
  async (_, journey) => {
    const { report, runs } = await thread.run({ workflow, plan: 'interruptionAtEveryCall', journey });
    expect(report).toBe('');
    expect(runs).toBeGreaterThan(50);
  },
  120_000,
);

test.each([
  ['a cancellation satisfies the invariants with each fault at each call', 'faultWhileCancelling'],
  ['a journey satisfies the invariants with each fault at each call of its compensation', 'faultWhileCompensating'],
  ['every journey satisfies the invariants with several faults in succession', 'faultsOnFaults'],
] as const)(
  '%s',
  async (_, plan) => {
    const { report, injected } = await thread.run({ workflow, plan });
    expect(report).toBe('');
    expect(injected).toBeGreaterThan(100);
  },
  120_000,
);
