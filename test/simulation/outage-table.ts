import { join } from 'node:path';
import { ALL_DEPENDENCIES, DURATIONS, outageOf } from './outage-scenarios.ts';
import { type RunResult, simulate } from './simulation.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** The file of the table, which `npm run docs` includes in docs/order-workflow.md. */
export const OUTAGE_TABLE = join(import.meta.dirname, '../../docs/generator/outage-table.md');

/** The ends of orders, in the order of the table. */
const ENDS = ['SHIPPED', 'REJECTED', 'FAILED', 'NEEDS_ATTENTION'];

/** The number of orders by their end: `30 / 10 / 0 / 0`. */
export function endsOf({ orders }: RunResult): string {
  return ENDS.map((end) => orders.filter(({ status }) => status === end).length).join(' / ');
}

/** The table of outages, in Markdown: a row for each dependency, a column for each duration. */
export async function outageTable(workflow: PreparedWorkflow): Promise<string> {
  const rows = [
    ['', ...Object.keys(DURATIONS)],
    ['---', ...Object.keys(DURATIONS).map(() => '---')],
  ];
  for (const dependency of ALL_DEPENDENCIES) {
    const cells: string[] = [];
    for (const seconds of Object.values(DURATIONS)) {
      const result = await simulate(workflow, outageOf(dependency, seconds));
      cells.push(`${endsOf(result)}, ${inWords(result.longest / 1_000)}`);
    }
    rows.push([dependency, ...cells]);
  }
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('');
}

function inWords(seconds: number): string {
  if (seconds < 120) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
