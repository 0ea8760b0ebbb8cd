import { readFile } from 'node:fs/promises';

/** How often to look. */
const INTERVAL_MILLISECONDS = 500;

/**
 * Calls back when the npm that started this process was killed: npm passes signals on, but nobody passes on SIGKILL.
 *
 * npm runs a script through a shell, which may still stand between the two (dash) or have made way (others).
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

/** A process's name and parent; undefined where it is gone, or where the system has no /proc, as macOS, whose sh makes way. */
async function lookUp(processId: number): Promise<{ name: string; parent: number } | undefined> {
  // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => '');
  const [, name, parent] = /^\d+ \((.*)\) \S (\d+) /s.exec(stat) ?? [];
  return name && parent ? { name, parent: Number(parent) } : undefined;
}
