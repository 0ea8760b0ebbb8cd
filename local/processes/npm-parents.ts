import { readFile } from 'node:fs/promises';

/** Interval of the check. */
const INTERVAL_MILLISECONDS = 500;

/**
 * Calls back if the npm that started this process is killed. npm forwards signals, but cannot forward SIGKILL.
 *
 * npm runs a script in a shell, which may stay the parent (dash) or be replaced by the script (others).
 */
export async function onNpmGone(callback: () => void): Promise<void> {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shell = await lookUp(parent);
  const isGone = async () => {
    if (process.ppid !== parent) return true;
    return shell?.name.endsWith('sh') === true && (await lookUp(parent))?.parent !== shell.parent;
  };
  const timer = setInterval(async () => {
    if (!(await isGone())) return;
    clearInterval(timer);
    callback();
  }, INTERVAL_MILLISECONDS);
  timer.unref();
}

/** Returns the name and parent of a process; undefined if it has ended or the system has no /proc, as macOS. */
async function lookUp(processId: number): Promise<{ name: string; parent: number } | undefined> {
  // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  const [, name, parent] = /^\d+ \((.*)\) \S (\d+) /s.exec(stat) ?? [];
  return name && parent ? { name, parent: Number(parent) } : undefined;
}
