import { execFileSync } from 'node:child_process';
import { median } from '../median.ts';

/** Import times of a function and of its SDK clients, in milliseconds. */
export interface ImportTimes {
  readonly own: number;
  readonly clients: number;
  /** The median of each pair's ratio: a pair meets the same load of the machine. */
  readonly ratio: number;
}

/** Processor time, since the time on the clock depends on what else the machine does. */
const TIME_ONE = `
const before = process.cpuUsage();
require(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);`;

/** Imports a function and its clients in turn, each time in a new process. */
export function importTimes(own: string, clients: string, environment: NodeJS.ProcessEnv, rounds: number): ImportTimes {
  const pairs = Array.from(
    { length: rounds },
    () => [importTime(own, environment), importTime(clients, environment)] as const,
  );
  return {
    own: median(pairs.map(([time]) => time)),
    clients: median(pairs.map(([, time]) => time)),
    ratio: median(pairs.map(([left, right]) => left / right)),
  };
}

function importTime(file: string, environment: NodeJS.ProcessEnv): number {
  return Number(execFileSync(process.execPath, ['--eval', TIME_ONE, file], { env: environment, encoding: 'utf8' }));
}
