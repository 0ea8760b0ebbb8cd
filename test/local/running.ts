import { execFileSync } from 'node:child_process';

/** A process of this machine. */
export interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  readonly command: string;
}

/** The running processes, without zombies. */
export function runningProcesses(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter(([, , , state]) => !state?.startsWith('Z'))
    .map(([, id, parent, , command = '']) => ({ id: Number(id), parent: Number(parent), command }));
}

/** Returns true if a process is running. */
export function isRunning(id: number): boolean {
  return runningProcesses().some((each) => each.id === id);
}

/** A process and all its descendants. */
export function familyOf(id: number, all = runningProcesses()): RunningProcess[] {
  const own = all.filter((each) => each.id === id);
  return [...own, ...all.filter((each) => each.parent === id).flatMap((each) => familyOf(each.id, all))];
}
