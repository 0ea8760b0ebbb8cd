import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CHECKOUT } from './checkout.ts';
import { Refusal } from './refusal.ts';

const LEASH = join(import.meta.dirname, 'leash.ts');

/** What to run on a leash. */
export interface LeashedCommand {
  /** The program and its arguments. */
  readonly command: [string, ...string[]];
  readonly environment: NodeJS.ProcessEnv;
  /** The file that takes its output, after what is there. */
  readonly log: string;
  /**
   * Called with each line of its output.
   *
   * @default - the output goes to the log alone
   */
  readonly onLine?: (line: string) => void;
  /**
   * Stops it.
   *
   * @default - it is stopped with all the others
   */
  readonly signal?: AbortSignal;
}

/** A process that ends, with all it started, no later than the process that started it. */
export interface LeashedProcess {
  /** Its exit code, once it and its output have ended. */
  readonly ended: Promise<number>;
}

/** Starts processes that cannot outlive this one, whatever ends it, and ends them together. */
export class LeashedProcesses {
  readonly #running = new Map<ChildProcess, Promise<number>>();
  #stopped = false;

  /** Starts a process. */
  start(props: LeashedCommand): LeashedProcess {
    if (this.#stopped) throw new Refusal('stopped');
    const leash = spawn(process.execPath, [LEASH, ...props.command], {
      cwd: CHECKOUT,
      env: props.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    // Writing to a leash that has just ended is no news: its end is.
    leash.stdin.on('error', () => {});
    props.signal?.addEventListener('abort', () => leash.stdin.end());
    const ended = endOf(leash, recordOutput(leash, props)).finally(() => this.#running.delete(leash));
    this.#running.set(leash, ended);
    return { ended };
  }

  /** Runs a process to its end, and returns its exit code; throws where it was stopped. */
  async run(props: LeashedCommand): Promise<number> {
    const code = await this.start(props).ended;
    if (this.#stopped) throw new Refusal('stopped');
    return code;
  }

  /** Ends every process, and starts none any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const leash of this.#running.keys()) leash.stdin?.end();
    await Promise.all(this.#running.values());
  }
}

function recordOutput(leash: ChildProcess, props: LeashedCommand): WriteStream {
  const log = createWriteStream(props.log, { flags: 'a' });
  for (const stream of [leash.stdout, leash.stderr]) {
    if (!stream) continue;
    stream.pipe(log, { end: false });
    if (props.onLine) createInterface({ input: stream }).on('line', props.onLine);
  }
  return log;
}

async function endOf(leash: ChildProcess, log: WriteStream): Promise<number> {
  leash.once('exit', () => killGroup(leash));
  const [code] = (await once(leash, 'close')) as [number | null];
  log.end();
  await once(log, 'close');
  return code ?? 1;
}

/** Ends what a process left behind in its group. */
function killGroup(leash: ChildProcess): void {
  try {
    if (leash.pid) process.kill(-leash.pid, 'SIGKILL');
  } catch {
    // Nothing is left of the group.
  }
}
