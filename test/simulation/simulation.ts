import type { Order } from '../../lambda/orders/domain/order.ts';
import { interrupt, operate, order, refund } from './actors.ts';
import { violationsAfter, violationsBefore } from './event-invariants.ts';
import type { Step } from './fault-injector.ts';
import { FAULTS, type Fault, type PortCall } from './faults.ts';
import { violationsOf } from './invariants.ts';
import { type Journey, PRODUCTS, STOCK } from './journeys.ts';
import { recover } from './operator.ts';
import type { Conditions } from './outages.ts';
import { handlersOf } from './process/handlers.ts';
import { coolDown } from './process/warm-state.ts';
import { SeededRandom } from './random.ts';
import type { PreparedWorkflow } from './workflow.ts';
import { World } from './world.ts';

/** The functions that a run invokes. */
const ENTRIES = [
  /^orders\//,
  /^api\/(place-order|decide-approval|request-cancellation|request-refund)$/,
  /^messaging\//,
  /^documents\//,
];
/** The maximum number of turns of a run, for each of its orders. */
const MAX_TURNS = 5_000;
/** The maximum number of steps in a report. */
const MAX_STEPS = 150;

/** One run: a journey, its faults, and the seed that decides the rest. */
export interface Scenario {
  readonly journey: Journey;
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** The call at which the customer interrupts the journey. @default none */
  readonly interruptedAt?: number;
  /** @default - no outage */
  readonly conditions?: Conditions;
}

/** Result of a run. */
export interface RunResult {
  readonly scenario: Scenario;
  /** The requests of functions, in order. */
  readonly calls: readonly PortCall[];
  /** The number of faults that had an effect. */
  readonly injected: number;
  readonly violations: readonly string[];
  readonly steps: readonly Step[];
  /** The orders at the end. */
  readonly orders: readonly Order[];
  /** The longest time from the acceptance of an order to its end, in milliseconds. */
  readonly longest: number;
}

/** Runs a scenario to its end and checks the invariants. */
export async function simulate(workflow: PreparedWorkflow, scenario: Scenario): Promise<RunResult> {
  const { journey, seed, faults, interruptedAt, conditions } = scenario;
  const random = new SeededRandom(seed);
  const { functions } = workflow.workflow;
  const entries = Object.keys(functions).filter((entry) => ENTRIES.some((pattern) => pattern.test(entry)));
  const handlers = await handlersOf(functions, entries);
  coolDown();
  const world = new World(workflow, handlers, random, faults, MAX_TURNS * (journey.customers ?? 1), conditions);
  for (const product of PRODUCTS) world.records.addProduct(product, journey.stock ?? STOCK);

  operate(world, journey);
  refund(world, journey);
  if (interruptedAt !== undefined) {
    world.injector.interruption = { at: interruptedAt, run: () => interrupt(world, journey) };
  }
  order(world, journey);
  const eventViolations: string[] = [];
  try {
    await world.settle();
    eventViolations.push(...violationsBefore(world, scenario));
    await recover(world, workflow.workflow);
    eventViolations.push(...violationsAfter(world));
  } catch (error) {
    world.violations.push((error as Error).message);
  }

  const { calls, injected, steps } = world.injector;
  const orders = world.acceptedOrders();
  const violations = [...(await violationsOf(world, orders, scenario)), ...eventViolations];
  return { scenario, calls, injected, steps, orders, longest: world.longest, violations };
}

/** Describes a run: its violations, its seed, its faults and its steps. */
export function described({ scenario, violations, steps }: RunResult): string {
  const { journey, seed, faults, interruptedAt, conditions } = scenario;
  const start = steps[0]?.at ?? 0;
  return [
    ...violations.map((violation) => `VIOLATION: ${violation}`),
    `journey: ${journey.name}, seed ${seed}`,
    ...(interruptedAt === undefined ? [] : [`the customer ${journey.interruption} at call ${interruptedAt}`]),
    ...(conditions ? [`conditions: ${JSON.stringify(conditions)}`] : []),
    'faults:',
    ...faults.map(({ at, kind }) => `  at call ${at}: ${kind} (${FAULTS[kind]})`),
    'steps:',
    ...steps.slice(0, MAX_STEPS).map((step) => stepLine(step, start)),
    ...(steps.length > MAX_STEPS ? [`  and ${steps.length - MAX_STEPS} more`] : []),
  ].join('\n');
}

function stepLine({ at, who, what, call, fault }: Step, start: number): string {
  const seconds = ((at - start) / 1_000).toFixed(2).padStart(10);
  const number = (call === undefined ? '' : `#${call}`).padEnd(5);
  return `  ${seconds} s ${number} ${who}: ${what}${fault ? `   <-- ${fault}` : ''}`;
}
