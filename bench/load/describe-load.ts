import type { Figures } from './figures.ts';
import type { Settlement } from './settlement.ts';

/** Result of a load test. */
export interface LoadResult {
  readonly orders: Figures;
  /** The bare function while the workflows of the orders run. */
  readonly bareDuringWorkflows: Figures;
  /** The bare function while nothing else runs. */
  readonly bareAlone: Figures;
  /** Number of responses to orders by status other than 202, and of requests without a response. */
  readonly others: ReadonlyMap<string, number>;
  readonly settlement: Settlement;
  /** Lowest rate of orders that meets the goal, as a share of the bare function's rate. */
  readonly goal: number;
}

/** Report of a load test. The exit code is 1 if an order was refused, lost or not completed. */
export interface LoadReport {
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

const NAME_WIDTH = 24;
/** Maximum number of order ids in the report if some orders did not complete. */
const SHOWN = 5;

/** Describes how fast orders were accepted compared with the bare function, and how they ended. */
export function describeLoad({
  orders,
  bareDuringWorkflows,
  bareAlone,
  others,
  settlement,
  goal,
}: LoadResult): LoadReport {
  const { settled, underWay, lost } = settlement;
  const refused = [...others].map(([status, count]) => `${count} × ${status}`).join(', ');
  const ends = [...settled].map(([status, count]) => `${count} ${status}`).join(', ') || 'none';
  const failed = orders.accepted === 0 || others.size > 0 || underWay.length > 0 || lost.length > 0;
  return {
    lines: [
      `  ${''.padEnd(NAME_WIDTH)}${['a second', 'p50', 'p95', 'p99', 'accepted'].map((name) => name.padStart(10)).join('')}`,
      row('orders', orders),
      row('bare, during workflows', bareDuringWorkflows),
      row('bare, alone', bareAlone),
      ratio('ratio during workflows', orders, bareDuringWorkflows, goal),
      ratio('ratio to bare alone', orders, bareAlone, goal),
      `  ${'other answers'.padEnd(NAME_WIDTH)}${refused || 'none'}`,
      `  ${'ends of the orders'.padEnd(NAME_WIDTH)}${ends}`,
      lost.length + underWay.length === 0
        ? `Every accepted order reached a terminal state.`
        : `Not every accepted order reached a terminal state: ${some('lost', lost)}, ${some('under way', underWay)}.`,
    ],
    exitCode: failed ? 1 : 0,
  };
}

function ratio(name: string, orders: Figures, bare: Figures, goal: number): string {
  const value = bare.perSecond > 0 ? orders.perSecond / bare.perSecond : 0;
  const verdict = value >= goal ? 'reaches' : 'misses';
  return `  ${name.padEnd(NAME_WIDTH)}${value.toFixed(2).padStart(10)}   ${verdict} the goal of ${goal}`;
}

function row(name: string, { perSecond, p50, p95, p99, accepted }: Figures): string {
  const times = [p50, p95, p99].map((time) => `${time.toFixed(0)} ms`.padStart(10));
  return `  ${name.padEnd(NAME_WIDTH)}${perSecond.toFixed(1).padStart(10)}${times.join('')}${String(accepted).padStart(10)}`;
}

function some(what: string, orderIds: readonly string[]): string {
  if (orderIds.length === 0) return `none ${what}`;
  const shown = orderIds.slice(0, SHOWN).join(', ');
  return `${orderIds.length} ${what} (${shown}${orderIds.length > SHOWN ? ', …' : ''})`;
}
