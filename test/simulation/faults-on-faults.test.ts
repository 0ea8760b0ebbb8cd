import { deployedWorkflow } from './deployed-workflow.ts';
import { INTERRUPTED } from './journeys.ts';
import { faultsOnFaults, faultWhileCancelling, faultWhileUndoing, interruptionAtEveryCall } from './plan.ts';
import { Tally } from './tally.ts';
import { PreparedWorkflow } from './workflow.ts';

const workflow = new PreparedWorkflow(deployedWorkflow());

test.each(INTERRUPTED.map((journey) => [journey.name, journey] as const))(
  '%s at any call, ends well',
  async (_, journey) => {
    const tally = new Tally(workflow);
    await interruptionAtEveryCall(workflow, journey, tally);
    expect(tally.report).toBe('');
  },
  30_000,
);

test('a cancellation ends well with each fault at each call', async () => {
  const tally = new Tally(workflow);
  await faultWhileCancelling(workflow, tally);
  expect(tally.report).toBe('');
  expect(tally.injected).toBeGreaterThan(100);
}, 30_000);

test('a journey ends well when something goes wrong while something else is being undone', async () => {
  const tally = new Tally(workflow);
  await faultWhileUndoing(workflow, tally);
  expect(tally.report).toBe('');
}, 30_000);

test('every journey ends well when one thing after another goes wrong', async () => {
  const tally = new Tally(workflow);
  await faultsOnFaults(workflow, tally, 1, 300);
  expect(tally.report).toBe('');
}, 30_000);
