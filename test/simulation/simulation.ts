import type { Order } from '../../lambda/orders/domain/order.ts';
import { interrupt, operate, order, refund } from './actors.ts';
import type { Step } from './fault-injector.ts';
import { FAULTS, type Fault, type PortCall } from './faults.ts';
import { violationsOf } from './invariants.ts';
import { type Journey, PRODUCTS, STOCK } from './journeys.ts';
import type { Conditions } from './outages.ts';
import { SeededRandom } from './random.ts';
import { STEPS } from './steps.ts';
import type { PreparedWorkflow } from './workflow.ts';
import { World } from './world.ts';

const CATALOGUE = new Map(PRODUCTS.map((product) => [product.sku, product]));
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
  /** The calls of ports, in order. */
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
  const world = new World(workflow, await STEPS, { find: async () => CATALOGUE }, random, faults, conditions);
  for (const { sku } of PRODUCTS) await world.orders.stockArticle(sku, journey.stock ?? STOCK);

  operate(world, journey);
  refund(world, journey);
  if (interruptedAt !== undefined) {
    world.injector.interruption = { at: interruptedAt, run: () => interrupt(world, journey) };
  }
  order(world, journey);
  await withoutStackTraces(() => world.time.runUntilQuiet(MAX_TURNS * (journey.customers ?? 1))).catch(
    (error: Error) => {
      world.violations.push(error.message);
    },
  );

  const { calls, injected, steps } = world.injector;
  const orders = await world.acceptedOrders();
  const violations = await violationsOf(world, orders, scenario);
  return { scenario, calls, injected, steps, orders, longest: world.longest, violations };
}

/** The library's JSONPath throws an error per query, whose stack traces would take a third of the time. */
async function withoutStackTraces(run: () => Promise<void>): Promise<void> {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
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
