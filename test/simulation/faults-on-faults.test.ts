import { deployedWorkflow } from './deployed-workflow.ts';
import { INTERRUPTED } from './journeys.ts';
import { SimulationThread } from './simulation-thread.ts';

/** `npm run simulate` runs the others, too. */
const SHARE = 0.2;

const workflow = deployedWorkflow();
const thread = new SimulationThread();
afterAll(() => thread.end());

test.each(INTERRUPTED.map((journey) => [journey.name, journey] as const))(
  '%s at a call, satisfies the invariants',
  async (_, journey) => {
    const { report, runs } = await thread.run({ workflow, plan: 'interruptionAtEveryCall', journey, share: SHARE });
    expect(report).toBe('');
    expect(runs).toBeGreaterThan(10);
  },
  120_000,
);

test.each([
  ['a cancellation satisfies the invariants with a fault at a call', 'faultWhileCancelling'],
  ['a journey satisfies the invariants with a fault at a call of its compensation', 'faultWhileCompensating'],
  ['every journey satisfies the invariants with several faults in succession', 'faultsOnFaults'],
] as const)(
  '%s',
  async (_, plan) => {
    const { report, injected } = await thread.run({ workflow, plan, share: SHARE });
    expect(report).toBe('');
    expect(injected).toBeGreaterThan(20);
  },
  120_000,
);
