import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from '../checkout.ts';

const SUPERVISOR = join(import.meta.dirname, 'supervisor.ts');

/** A command to run under a supervisor. */
export interface SupervisedCommand {
  /** The program and its arguments. */
  readonly command: [string, ...string[]];
  readonly environment: NodeJS.ProcessEnv;
  /** The log file that its output is appended to. */
  readonly log: string;
  /**
   * Called with each line of its output.
   *
   * @default - output goes to the log only
   */
  readonly onLine?: (line: string) => void;
  /**
   * Signal that stops the command.
   *
   * @default - stopped by `stop`
   */
  readonly signal?: AbortSignal;
}

/** A process that ends together with its children, at the latest when this process ends. */
export interface SupervisedProcess {
  /** Resolves with the exit code when the process and its output have ended. */
  readonly ended: Promise<number>;
}

/** Starts processes that cannot outlive this one, even if it is killed, and ends them together. */
export class SupervisedProcesses {
  readonly #running = new Map<ChildProcess, Promise<number>>();
  #stopped = false;

  /** Starts a process. */
  start(props: SupervisedCommand): SupervisedProcess {
    if (this.#stopped) throw new UserError('stopped');
    const supervisor = spawn(process.execPath, [SUPERVISOR, ...props.command], {
      cwd: CHECKOUT,
      env: props.environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
    });
    // Ignore write errors of a supervisor that has just ended: `ended` reports it.
    supervisor.stdin.on('error', () => {});
    props.signal?.addEventListener('abort', () => supervisor.stdin.end());
    const ended = endOf(supervisor, recordOutput(supervisor, props)).finally(() => this.#running.delete(supervisor));
    this.#running.set(supervisor, ended);
    return { ended };
  }

  /** Runs a process to its end and returns its exit code; throws if it was stopped. */
  async run(props: SupervisedCommand): Promise<number> {
    const code = await this.start(props).ended;
    if (this.#stopped) throw new UserError('stopped');
    return code;
  }

  /** Ends every process, and starts none any more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const supervisor of this.#running.keys()) supervisor.stdin?.end();
    await Promise.all(this.#running.values());
  }
}

/** The log of a process. */
interface RecordedOutput {
  readonly log: WriteStream;
  /** Resolves when everything is written, or nothing more can be. */
  readonly closed: Promise<void>;
}

function recordOutput(supervisor: ChildProcess, props: SupervisedCommand): RecordedOutput {
  const log = createWriteStream(props.log, { flags: 'a' });
  const closed = new Promise<void>((resolve) => log.once('close', resolve));
  // The process goes on without its log.
  log.once('error', ({ message }) => console.error(`${props.log} cannot be written: ${message}`));
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    if (!stream) continue;
    stream.pipe(log, { end: false });
    log.once('error', () => stream.resume());
    if (props.onLine) createInterface({ input: stream }).on('line', props.onLine);
  }
  return { log, closed };
}

async function endOf(supervisor: ChildProcess, { log, closed }: RecordedOutput): Promise<number> {
  supervisor.once('exit', () => killGroup(supervisor));
  const [code] = (await once(supervisor, 'close')) as [number | null];
  log.end();
  await closed;
  return code ?? 1;
}

/** Ends what a process left behind in its group. */
function killGroup(supervisor: ChildProcess): void {
  try {
    if (supervisor.pid) process.kill(-supervisor.pid, 'SIGKILL');
  } catch {
    // Nothing is left of the group.
  }
}
