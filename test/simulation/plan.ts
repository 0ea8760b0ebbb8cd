import { INTERRUPTED, JOURNEYS, type Journey } from './journeys.ts';
import { someOutages } from './outage-scenarios.ts';
import { SeededRandom } from './random.ts';
import {
  compensations,
  escalate,
  faultsDuringCompensation,
  interruptions,
  rehearse,
  singleFaults,
} from './scenarios.ts';
import type { Scenario } from './simulation.ts';
import type { Trial } from './tally.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** The trials of a plan; it rehearses journeys to find their calls. */
type Plan = (workflow: PreparedWorkflow) => Promise<Trial[]>;
type JourneyPlan = (workflow: PreparedWorkflow, journey: Journey) => Promise<Trial[]>;

/** Number of seeds of `faultsOnFaults` in the tests and the mutants. */
const SEEDS = 300;

/** The journeys whose compensation is tested call by call: together they reach every state of the workflow. */
const COMPENSATED: readonly string[] = [
  'a purchase from two warehouses',
  'an approval that is granted',
  'a shipment that fails',
  'a refund',
];

/** The journey whose cancellation is tested fault by fault. */
const CANCELLED = 'a purchase from two warehouses, cancelled';

/** Each fault at each call of a journey. */
const faultAtEveryCall: JourneyPlan = async (workflow, journey) =>
  alone(singleFaults(await rehearse(workflow, [journey])));

/** A cancellation or a refund request at each call of a journey. */
const interruptionAtEveryCall: JourneyPlan = async (workflow, journey) =>
  alone(interruptions(await rehearse(workflow, [journey]), 6));

/** A cancellation after the stock is reserved, with each fault at each call. */
const faultWhileCancelling: Plan = async (workflow) => {
  return alone(singleFaults(await rehearse(workflow, [journeyNamed(CANCELLED)], { interruptedAt: 8 })));
};

/** A fault while another one is being compensated. */
const faultWhileCompensating: Plan = async (workflow) => {
  const scenarios = compensations(await rehearse(workflow, COMPENSATED.map(journeyNamed)));
  return [...scenarios].map((scenario) => (tally) => faultsDuringCompensation(scenario, tally));
};

/** Several faults in succession, by seed. */
export async function faultsOnFaults(workflow: PreparedWorkflow, first: number, last: number): Promise<Trial[]> {
  const rehearsed = await rehearse(workflow, [...JOURNEYS, ...INTERRUPTED]);
  return Array.from({ length: last - first + 1 }, (_, index) => (tally) => escalate(rehearsed, first + index, tally));
}

/** Forty orders in outages of each dependency, and of each two. */
const fortyOrdersInOutages: Plan = async () => alone(someOutages());

/** All trials without seeds. */
export const everyFault: Plan = async (workflow) => {
  const trials = [await faultWhileCancelling(workflow), await faultWhileCompensating(workflow)];
  for (const journey of INTERRUPTED) trials.push(await interruptionAtEveryCall(workflow, journey));
  for (const journey of JOURNEYS) trials.push(await faultAtEveryCall(workflow, journey));
  return trials.flat();
};

/** All trials. */
const everything: Plan = async (workflow) => [
  ...(await everyFault(workflow)),
  ...(await faultsOnFaults(workflow, 1, SEEDS)),
  ...(await fortyOrdersInOutages(workflow)),
];

/** A share of the trials, in a pseudo-random order. */
export function sample(trials: readonly Trial[], share: number): Trial[] {
  return new SeededRandom(0).shuffled([...trials]).slice(0, Math.ceil(trials.length * share));
}

/** The plans for one journey. */
export const JOURNEY_PLANS = { faultAtEveryCall, interruptionAtEveryCall };

/** The plans that choose their journeys themselves. */
export const PLANS = {
  faultWhileCancelling,
  faultWhileCompensating,
  fortyOrdersInOutages,
  faultsOnFaults: (workflow: PreparedWorkflow) => faultsOnFaults(workflow, 1, SEEDS),
  everything,
};

/**
 * Returns the journey with a name.
 *
 * @throws Error if there is none: a renamed journey would no longer be run
 */
function journeyNamed(name: string): Journey {
  const journey = [...JOURNEYS, ...INTERRUPTED].find((each) => each.name === name);
  if (!journey) throw new Error(`no journey is named "${name}"`);
  return journey;
}

function alone(scenarios: Iterable<Scenario>): Trial[] {
  return Array.from(scenarios, (scenario) => (tally) => tally.run(scenario));
}
