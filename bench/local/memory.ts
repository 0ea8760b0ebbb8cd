import { execFileSync } from 'node:child_process';

interface Process {
  readonly id: number;
  readonly parent: number;
  readonly kibibytes: number;
}

/** Returns the resident memory of all processes that this one has started, in bytes; shared pages count for each. */
export function memoryOfDescendants(): number {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const all = rows.map((row): Process => {
    const [id = 0, parent = 0, kibibytes = 0] = row.trim().split(/\s+/).map(Number);
    return { id, parent, kibibytes };
  });
  return sumOfChildren(process.pid, all) * 1_024;
}

function sumOfChildren(id: number, all: readonly Process[]): number {
  const children = all.filter(({ parent }) => parent === id);
  return children.reduce((sum, child) => sum + child.kibibytes + sumOfChildren(child.id, all), 0);
}

/** The highest memory while work is under way, sampled once a second, in bytes. */
export async function peakMemory(work: () => Promise<void>): Promise<number> {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, memoryOfDescendants());
  };
  const timer = setInterval(sample, 1_000);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  sample();
  return peak;
}
