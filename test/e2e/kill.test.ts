import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { until } from '../../client/until.ts';
import { PortClaim } from '../../local/platform/port-claim.ts';
import { familyOf, isRunning } from '../local/running.ts';

/** A port that neither `npm start` nor the rest of the suite uses. */
const PORT = 4586;
const PATIENCE = { timeoutMs: 8_000, intervalMs: 100 };

let npm: ChildProcess & { pid: number };

/** Starts the platform and returns when a step begins. */
async function startUntil(step: string): Promise<void> {
  npm = spawn('npm', ['start', '--', '--port', `${PORT}`], { stdio: 'pipe', detached: true }) as typeof npm;
  const lines: string[] = [];
  for await (const line of createInterface({ input: npm.stdout as Readable })) {
    lines.push(line);
    if (line.endsWith(step)) return;
  }
  throw new Error(`npm start ended before the step "${step}": ${lines.join('\n')}`);
}

afterEach(() => {
  if (npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid, 'SIGKILL');
});

/** The process of local/start.ts, a child of npm and its shell. */
function startProcess(): number {
  const found = familyOf(npm.pid).find(({ command }) => command.startsWith('node local/start.ts'));
  if (!found) throw new Error(`npm ${npm.pid} has no child that runs local/start.ts`);
  return found.id;
}

// Each start after the first also shows that the previous one released its port.
test.each<[string, string, () => void]>([
  ['the process group', 'Deploy the stage', () => process.kill(-npm.pid, 'SIGKILL')],
  ['its own process', 'Place an order over HTTP and follow it', () => process.kill(startProcess(), 'SIGKILL')],
  ['npm alone', 'Prepare the Python environment', () => process.kill(npm.pid, 'SIGKILL')],
  ['npm with SIGTERM', 'Start the emulator', () => process.kill(npm.pid, 'SIGTERM')],
])(
  'killing %s at the step "%s" leaves no process and no port behind',
  async (_, step, kill) => {
    await startUntil(step);
    const ended = once(npm, 'exit');
    const family = familyOf(npm.pid);
    expect(family.length).toBeGreaterThan(1);

    kill();
    await ended;
    await until('the end of all processes', PATIENCE, async () => !family.some(({ id }) => isRunning(id)) || undefined);
    await (await PortClaim.take(PORT)).release();
  },
  90_000,
);
