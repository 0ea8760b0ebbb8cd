import { INTERRUPTED, JOURNEYS, type Journey } from './journeys.ts';
import { escalate, interruptions, rehearse, singleFaults, undoings } from './scenarios.ts';
import type { Tally } from './tally.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** The journeys whose undoing is gone through step by step: between them, they come to every state of the workflow. */
const UNDONE: readonly string[] = [
  'a purchase from two warehouses',
  'an approval that is granted',
  'a shipment that fails',
  'a refund',
];

/** The journey whose cancellation is gone through fault by fault. */
const CANCELLED = 'a purchase from two warehouses, cancelled';

/** Each fault at each call of a journey. */
export async function faultAtEveryCall(workflow: PreparedWorkflow, journey: Journey, tally: Tally): Promise<void> {
  await tally.runAll(singleFaults(await rehearse(workflow, [journey])));
}

/** The customer cancels, or asks for a refund, at each call of a journey. */
export async function interruptionAtEveryCall(
  workflow: PreparedWorkflow,
  journey: Journey,
  tally: Tally,
): Promise<void> {
  await tally.runAll(interruptions(await rehearse(workflow, [journey]), 6));
}

/** A customer cancels once the stock is reserved, and each fault happens at each call of it. */
export async function faultWhileCancelling(workflow: PreparedWorkflow, tally: Tally): Promise<void> {
  const cancelled = INTERRUPTED.filter(({ name }) => name === CANCELLED);
  await tally.runAll(singleFaults(await rehearse(workflow, cancelled, { interruptedAt: 8 })));
}

/** Something goes wrong while something else is being undone. */
export async function faultWhileUndoing(workflow: PreparedWorkflow, tally: Tally): Promise<void> {
  const journeys = JOURNEYS.filter(({ name }) => UNDONE.includes(name));
  await undoings(await rehearse(workflow, journeys), tally);
}

/** One thing after another goes wrong, as the seeds have it. */
export async function faultsOnFaults(
  workflow: PreparedWorkflow,
  tally: Tally,
  first: number,
  last: number,
): Promise<void> {
  const rehearsed = await rehearse(workflow, [...JOURNEYS, ...INTERRUPTED]);
  for (let seed = first; seed <= last && !tally.firstFailure; seed++) await escalate(rehearsed, seed, tally);
}

/** All that is gone through without a seed. */
export async function everyFault(workflow: PreparedWorkflow, tally: Tally): Promise<void> {
  for (const journey of INTERRUPTED) await interruptionAtEveryCall(workflow, journey, tally);
  for (const journey of JOURNEYS) await faultAtEveryCall(workflow, journey, tally);
  await faultWhileCancelling(workflow, tally);
  await faultWhileUndoing(workflow, tally);
}
