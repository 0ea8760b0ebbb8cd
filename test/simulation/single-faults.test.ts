import { deployedWorkflow } from './deployed-workflow.ts';
import { JOURNEYS } from './journeys.ts';
import { faultAtEveryCall } from './plan.ts';
import { Tally } from './tally.ts';
import { PreparedWorkflow } from './workflow.ts';

const workflow = new PreparedWorkflow(deployedWorkflow());

test.each(JOURNEYS.map((journey) => [journey.name, journey] as const))(
  '%s ends well with each fault at each call',
  async (_, journey) => {
    const tally = new Tally(workflow);
    await faultAtEveryCall(workflow, journey, tally);
    expect(tally.report).toBe('');
    expect(tally.injected).toBeGreaterThan(100);
  },
  30_000,
);
