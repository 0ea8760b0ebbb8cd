import type { Journey } from './journeys.ts';
import { type Conditions, DEPENDENCIES, type Dependency, type Outage } from './outages.ts';
import type { Scenario } from './simulation.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** The durations of outages in the table of the documentation, in seconds. */
export const DURATIONS = { '10 s': 10, '1 min': MINUTE, '15 min': 15 * MINUTE, '6 h': 6 * HOUR };
/** The durations of all outages: from a second to six hours. */
const ALL_DURATIONS = [1, 10, 30, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR];
/** The second in which outages begin: all orders are accepted, and most of them are under way. */
const FROM = 8;
/** Conditions in which clocks differ and reads that are not consistent are late. */
const INEXACT = { skewMinutes: 5, stale: true };

/** The dependencies. */
export const ALL_DEPENDENCIES = Object.keys(DEPENDENCIES) as Dependency[];

const cup = { sku: 'CUP', quantity: 1 };
const pot = { sku: 'POT', quantity: 1 };

/** Orders of 40 customers at once, of which 30 are shipped and 10 rejected. */
const FORTY_ORDERS: Journey = {
  name: 'forty orders',
  customers: 40,
  stock: 1_000,
  lines: [cup],
  further: [
    { lines: [cup, pot] },
    { lines: [cup] },
    { lines: [{ sku: 'PIANO', quantity: 1 }] },
    { lines: [cup], paymentToken: 'tok_declined' },
    { lines: [cup, pot] },
    { lines: [cup, { sku: 'CLOCK', quantity: 1 }] },
    { lines: [cup] },
  ],
  decisions: ['APPROVED'],
  decidedAfterMinutes: 0,
  outcomes: ['SHIPPED', 'REJECTED DECLINED', 'REJECTED SHIPMENT_FAILED'],
  shipped: 30,
};

/** An outage of one dependency. */
export function outageOf(dependency: Dependency, seconds: number, slow = false): Scenario {
  return during([{ dependency, seconds, slow }]);
}

/** The outages of the tests and the mutants: each dependency for long, and each two of them. */
export function someOutages(): Scenario[] {
  return [
    outageOf('the payment provider', DURATIONS['15 min']),
    outageOf('the warehouses', DURATIONS['15 min']),
    ...(['DynamoDB', 'SNS', 'Step Functions'] as const).map((each) => outageOf(each, DURATIONS['6 h'])),
    ...pairs().map((pair) => bothDown(pair, DURATIONS['15 min'])),
  ];
}

/** Every outage: down and slow, for each duration, by seed; and each two dependencies. */
export function everyOutage(seeds: number): Scenario[] {
  return Array.from({ length: seeds }, (_, seed) =>
    ALL_DURATIONS.flatMap((seconds) => [
      ...ALL_DEPENDENCIES.flatMap((each) => [outageOf(each, seconds), outageOf(each, seconds, true)]),
      ...pairs().map((pair) => bothDown(pair, seconds)),
    ]).map((scenario) => ({ ...scenario, seed })),
  ).flat();
}

/** Two dependencies that are down, the second from the middle of the first outage on. */
function bothDown([first, second]: readonly [Dependency, Dependency], seconds: number): Scenario {
  const outages = [
    { dependency: first, seconds },
    { dependency: second, from: FROM + seconds / 2, seconds: seconds / 2 },
  ];
  return during(outages, INEXACT);
}

function during(outages: readonly (Omit<Outage, 'from'> & { from?: number })[], others: Partial<Conditions> = {}) {
  const conditions = { ...others, outages: outages.map((outage) => ({ from: FROM, ...outage })) };
  return { journey: FORTY_ORDERS, seed: 0, faults: [], conditions } satisfies Scenario;
}

function pairs(): [Dependency, Dependency][] {
  return ALL_DEPENDENCIES.flatMap((first, index) =>
    ALL_DEPENDENCIES.slice(index + 1).map((second): [Dependency, Dependency] => [first, second]),
  );
}
