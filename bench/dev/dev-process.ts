import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Patience, until } from '../../client/until.ts';

/** Time for a deployment on a busy machine. */
const PATIENCE: Patience = { timeoutMs: 90_000, intervalMs: 50 };

/** A process of `npm run dev`, as a terminal starts it. */
export class DevProcess {
  readonly npm: ChildProcess & { pid: number };
  readonly #lines: string[] = [];

  constructor(folder: string, port: number) {
    const args = ['run', 'dev', '--', '--port', `${port}`];
    this.npm = spawn('npm', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    }) as typeof this.npm;
    for (const input of [this.npm.stdout, this.npm.stderr]) {
      if (input) createInterface({ input }).on('line', (line) => this.#lines.push(line));
    }
  }

  /** Waits until a line is printed that contains a text and was not read before, and reads everything up to it. */
  async printed(text: string): Promise<string> {
    const found = () => this.#lines.findIndex((line) => line.includes(text));
    try {
      const index = await until(`"${text}"`, PATIENCE, async () => (found() < 0 ? undefined : found()));
      return this.#lines.splice(0, index + 1).at(-1) ?? '';
    } catch (error) {
      throw new Error(`${(error as Error).message}: ${this.#lines.join('\n')}`);
    }
  }

  /** Ends it as Ctrl-C in a terminal does, which signals the process group. */
  async interrupt(): Promise<void> {
    if (this.npm.exitCode !== null || this.npm.signalCode !== null) return;
    const ended = once(this.npm, 'exit');
    process.kill(-this.npm.pid, 'SIGINT');
    await ended;
  }
}
