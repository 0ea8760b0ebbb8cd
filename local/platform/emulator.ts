import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CHECKOUT } from './checkout.ts';
import type { LeashedProcess, LeashedProcesses } from './leashed-processes.ts';
import { HEALTH_PATH } from './port-claim.ts';
import { Refusal } from './refusal.ts';

/** Properties for an `Emulator`. */
export interface EmulatorProps {
  /** The port of 127.0.0.1 it listens on. */
  readonly port: number;
  /** The region of calls that name none. */
  readonly region: string;
  /** Where it keeps what it writes. */
  readonly folder: string;
  /** Runs it. */
  readonly processes: LeashedProcesses;
  /** The variables to run it with. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Longer than a slow machine takes: it starts in a second or two. */
const PATIENCE_MILLISECONDS = 60_000;

/** The AWS emulator, run from its Python environment. */
export class Emulator {
  /** The file with its output. */
  readonly log: string;
  /** What the emulator takes note of without making it, a line each. */
  readonly notices: string[] = [];
  readonly #props: EmulatorProps;
  #process: LeashedProcess | undefined;

  constructor(props: EmulatorProps) {
    this.#props = props;
    this.log = join(props.folder, 'emulator.log');
  }

  /** Starts it, and returns when it answers. */
  async start(python: string): Promise<void> {
    const { port, region, folder, processes, environment } = this.#props;
    const workFolder = join(folder, 'emulator');
    await mkdir(workFolder, { recursive: true });
    // The emulator writes CommonJS scripts there, which would count as the ES modules this checkout is made of.
    await writeFile(join(workFolder, 'package.json'), '{ "type": "commonjs" }\n');
    const launcher = join(CHECKOUT, 'local/emulator/launch.py');
    this.#process = processes.start({
      command: [python, launcher, '--port', `${port}`, '--region', region, '--work-dir', workFolder],
      environment,
      log: this.log,
      onLine: (line) => {
        if (line.startsWith('INERT ')) this.notices.push(line.slice('INERT '.length));
      },
    });
    const ended = this.#process.ended.then((code) => {
      throw new Refusal(
        `The emulator ended with exit code ${code} before it answered on port ${port}: see ${this.log}`,
      );
    });
    await Promise.race([this.#answers(), ended]);
  }

  /** Its exit code, once it has ended. */
  async ended(): Promise<number> {
    if (!this.#process) throw new Error('the emulator was not started');
    return await this.#process.ended;
  }

  async #answers(): Promise<void> {
    const health = `http://127.0.0.1:${this.#props.port}${HEALTH_PATH}`;
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    while (Date.now() < deadline) {
      const response = await fetch(health, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (response?.ok) return;
      await wait(50);
    }
    throw new Refusal(
      `The emulator did not answer on port ${this.#props.port} within ${PATIENCE_MILLISECONDS / 1_000} s: see ${this.log}`,
    );
  }
}
