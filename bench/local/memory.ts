import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly residentBytes: number;
}

/**
 * Returns the memory of all processes that this one has started, in bytes.
 *
 * On Linux, pages that several processes share count once. Elsewhere they count for each.
 */
export function memoryOfDescendants(): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const all = rows.map((row): Process => {
    const [id = 0, parent = 0, kibibytes = 0] = row.trim().split(/\s+/).map(Number);
    return { id, parent, residentBytes: kibibytes * 1_024 };
  });
  return sumOfChildren(process.pid, all);
}

function sumOfChildren(id: number, all: readonly Process[]): number {
  const children = all.filter(({ parent }) => parent === id);
  return children.reduce((sum, child) => sum + bytesOf(child) + sumOfChildren(child.id, all), 0);
}

/** Returns the proportional set size of a process; its resident set size if the system does not tell or it has ended. */
function bytesOf({ id, residentBytes }: Process): number {
  try {
    const [, kibibytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? [];
    return kibibytes ? Number(kibibytes) * 1_024 : residentBytes;
  } catch {
    return residentBytes;
  }
}

/** Time between two samples. To read the memory of 60 processes takes 0.1 s of processor time, which the work lacks. */
const SAMPLE_SECONDS = 5;

/** Returns the highest memory while work is under way, in bytes. */
export async function peakMemory(work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, memoryOfDescendants());
  };
  const timer = setInterval(sample, SAMPLE_SECONDS * 1_000);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  sample();
  return peak;
}
