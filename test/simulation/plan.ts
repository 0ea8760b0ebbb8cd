import { INTERRUPTED, JOURNEYS, type Journey } from './journeys.ts';
import { everyOutage, someOutages } from './outage-scenarios.ts';
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
type Plan = (workflow: PreparedWorkflow, seeds: Seeds) => Promise<Trial[]>;

/** The first and the last seed of a plan. */
export interface Seeds {
  readonly first: number;
  readonly last: number;
}

/** The journeys whose compensation is tested call by call: together they reach every state of the workflow. */
const COMPENSATED: readonly string[] = [
  'a purchase from two warehouses',
  'an approval that is granted',
  'a shipment that fails',
  'a refund',
];

/** The journey whose cancellation is tested fault by fault. */
const CANCELLED = 'a purchase from two warehouses, cancelled';

/** Each fault at each call of the journeys. */
const faultAtEveryCall: Plan = async (workflow) => alone(singleFaults(await rehearse(workflow, JOURNEYS)));

/** A cancellation or a refund request at each call of the journeys that customers interrupt. */
const interruptionAtEveryCall: Plan = async (workflow) =>
  alone(interruptions(await rehearse(workflow, INTERRUPTED), 6));

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
const faultsOnFaults: Plan = async (workflow, { first, last }) => {
  const rehearsed = await rehearse(workflow, [...JOURNEYS, ...INTERRUPTED]);
  return Array.from({ length: last - first + 1 }, (_, index) => (tally) => escalate(rehearsed, first + index, tally));
};

/** Forty orders in outages of each dependency, and of each two. */
const fortyOrdersInOutages: Plan = async () => alone(someOutages());

/** All trials. */
const everything: Plan = async (workflow, seeds) => {
  const plans = [
    faultWhileCancelling,
    faultWhileCompensating,
    interruptionAtEveryCall,
    faultAtEveryCall,
    faultsOnFaults,
    fortyOrdersInOutages,
  ];
  const trials: Trial[] = [];
  for (const plan of plans) trials.push(...(await plan(workflow, seeds)));
  return trials;
};

/** A share of the trials, in a pseudo-random order. */
export function sample(trials: readonly Trial[], share: number): Trial[] {
  return new SeededRandom(0).shuffled([...trials]).slice(0, Math.ceil(trials.length * share));
}

/** The plans of the simulation. */
export const PLANS = {
  faultsOnFaults,
  everything,
  /** Every outage, for each seed. */
  outages: async (_, { last }) => alone(everyOutage(last)),
} as const satisfies Record<string, Plan>;

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
