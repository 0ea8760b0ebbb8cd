import { resourceName } from './resource-name.ts';

/** A part of the status of a platform. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Counts by name. */
export type Counts = Readonly<Record<string, number>>;

/** A queue with its messages. */
export interface QueueCounts {
  readonly name: string;
  readonly isDeadLetterQueue: boolean;
  readonly waiting: number;
  readonly inFlight: number;
}

/** Describes stacks, whose statuses are given by name: all together if nothing is wrong with them. */
export function stackSection(statuses: ReadonlyMap<string, string>): Section {
  const complete = [...statuses].filter(([, status]) => /^(CREATE|UPDATE)_COMPLETE$/.test(status));
  const others = [...statuses].filter((each) => !complete.some(([name]) => name === each[0]));
  return {
    title: 'Stacks',
    lines: [
      `${complete.length} of ${statuses.size} deployed`,
      ...table(others.map(([name, status]) => [status, name])),
    ],
  };
}

/** Describes the executions of state machines by status. */
export function executionSection(machines: ReadonlyMap<string, Counts>): Section {
  const lines = [...machines].map(([name, counts]) => {
    const parts = Object.entries(counts).filter(([, count]) => count > 0);
    return [resourceName(name), parts.map(([status, count]) => `${count} ${status}`).join(', ') || 'none'];
  });
  return { title: 'Executions', lines: table(lines) };
}

/** Describes queues; a dead-letter queue with messages needs a person, and is marked. */
export function queueSection(queues: readonly QueueCounts[]): Section {
  const lines = [...queues]
    .sort((left, right) => Number(left.isDeadLetterQueue) - Number(right.isDeadLetterQueue))
    .map(({ name, isDeadLetterQueue, waiting, inFlight }) => [
      resourceName(name),
      `${waiting} waiting, ${inFlight} in flight`,
      isDeadLetterQueue ? `dead-letter queue${waiting + inFlight > 0 ? ' ✖ set aside' : ''}` : '',
    ]);
  return { title: 'Queues', lines: table(lines) };
}

/** Describes tables by the number of their items. */
export function tableSection(items: ReadonlyMap<string, number>): Section {
  return { title: 'Tables', lines: table([...items].map(([name, count]) => [resourceName(name), `${count} items`])) };
}

/** Returns rows as lines with aligned columns. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
