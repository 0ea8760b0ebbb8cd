import { deployedWorkflow } from '../deployed-workflow.ts';
import { ExplorationThread } from './exploration-thread.ts';
import type { Scope } from './scopes.ts';

const workflow = deployedWorkflow();
const thread = new ExplorationThread();
afterAll(() => thread.end());

const scope: Scope = {
  order: 'one parcel',
  extras: ['compensation'],
  ...{ aborted: false, timeouts: 0, maxStates: 10_000 },
};

test('no interleaving of an execution and a late compensation violates an invariant', async () => {
  const { counterExample, complete, states } = await thread.explore({ workflow, scope });
  expect(counterExample).toEqual([]);
  expect(complete).toBe(true);
  expect(states).toBeGreaterThan(1_000);
}, 60_000);

test('a compensation that does not claim the order first is detected, and the steps are reported', async () => {
  const { counterExample } = await thread.explore({ workflow, scope: { ...scope, withoutClaims: true } });
  expect(counterExample[0]).toMatch(/^VIOLATION: the parcels have left, .* its balance is 0$/);
  expect(counterExample).toContainEqual(expect.stringContaining('compensation: payments.void'));
  expect(counterExample).toContainEqual(expect.stringContaining('execution order-purchase: shipments.create'));
}, 60_000);
