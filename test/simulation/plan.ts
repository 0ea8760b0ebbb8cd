import { INTERRUPTED, JOURNEYS, type Journey } from './journeys.ts';
import { SeededRandom } from './random.ts';
import { escalate, faultWhileUndone, interruptions, rehearse, singleFaults, undoings } from './scenarios.ts';
import type { Scenario } from './simulation.ts';
import type { Trial } from './tally.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** The trials of a plan; it rehearses journeys to find their calls. */
type Plan = (workflow: PreparedWorkflow) => Promise<Trial[]>;
type JourneyPlan = (workflow: PreparedWorkflow, journey: Journey) => Promise<Trial[]>;

/** Number of seeds of `faultsOnFaults` that the tests and the mutants go through. */
const SEEDS = 300;

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
const faultAtEveryCall: JourneyPlan = async (workflow, journey) =>
  alone(singleFaults(await rehearse(workflow, [journey])));

/** The customer cancels, or asks for a refund, at each call of a journey. */
const interruptionAtEveryCall: JourneyPlan = async (workflow, journey) =>
  alone(interruptions(await rehearse(workflow, [journey]), 6));

/** A customer cancels once the stock is reserved, and each fault happens at each call of it. */
const faultWhileCancelling: Plan = async (workflow) => {
  const cancelled = INTERRUPTED.filter(({ name }) => name === CANCELLED);
  return alone(singleFaults(await rehearse(workflow, cancelled, { interruptedAt: 8 })));
};

/** Something goes wrong while something else is being undone. */
const faultWhileUndoing: Plan = async (workflow) => {
  const journeys = JOURNEYS.filter(({ name }) => UNDONE.includes(name));
  const scenarios = undoings(await rehearse(workflow, journeys));
  return [...scenarios].map((scenario) => (tally) => faultWhileUndone(scenario, tally));
};

/** One thing after another goes wrong, as the seeds have it. */
export async function faultsOnFaults(workflow: PreparedWorkflow, first: number, last: number): Promise<Trial[]> {
  const rehearsed = await rehearse(workflow, [...JOURNEYS, ...INTERRUPTED]);
  return Array.from({ length: last - first + 1 }, (_, index) => (tally) => escalate(rehearsed, first + index, tally));
}

/** All that is gone through without a seed. */
export const everyFault: Plan = async (workflow) => {
  const trials = [await faultWhileCancelling(workflow), await faultWhileUndoing(workflow)];
  for (const journey of INTERRUPTED) trials.push(await interruptionAtEveryCall(workflow, journey));
  for (const journey of JOURNEYS) trials.push(await faultAtEveryCall(workflow, journey));
  return trials.flat();
};

/** All of it, in an order that looks random: what only one journey shows is seen long before the last is done. */
const everything: Plan = async (workflow) =>
  new SeededRandom(0).shuffled([...(await everyFault(workflow)), ...(await faultsOnFaults(workflow, 1, SEEDS))]);

/** The plans for one journey. */
export const JOURNEY_PLANS = { faultAtEveryCall, interruptionAtEveryCall };

/** The plans that choose their journeys themselves. */
export const PLANS = {
  faultWhileCancelling,
  faultWhileUndoing,
  faultsOnFaults: (workflow: PreparedWorkflow) => faultsOnFaults(workflow, 1, SEEDS),
  everything,
};

function alone(scenarios: Iterable<Scenario>): Trial[] {
  return Array.from(scenarios, (scenario) => (tally) => tally.run(scenario));
}
