import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from '../checkout.ts';
import type { SupervisedProcesses } from '../processes/supervised-processes.ts';
import { orFullDisk, reportsFullDisk } from './full-disk.ts';
import type { InspectedFunction } from './inspected-function.ts';
import { HEALTH_PATH } from './port-claim.ts';

/** Properties for an `Emulator`. */
export interface EmulatorProps {
  /** The port of 127.0.0.1 it listens on. */
  readonly port: number;
  /** The default region. */
  readonly region: string;
  /** The folder for its files. */
  readonly folder: string;
  /** Starts the process. */
  readonly processes: SupervisedProcesses;
  /** Environment variables of the process. */
  readonly environment: NodeJS.ProcessEnv;
  /**
   * The file that lists the properties of templates that the emulator never reads.
   *
   * @default - they are not tracked
   */
  readonly unreadProperties?: string;
  /**
   * The function that a debugger can connect to.
   *
   * @default - none
   */
  readonly inspected?: InspectedFunction;
  /**
   * The file that the data is written to when `keep` is called.
   *
   * @default - the data cannot be kept
   */
  readonly keptAs?: string;
  /**
   * The file of the data that the emulator begins with.
   *
   * @default - it begins empty
   */
  readonly beginsWith?: string;
}

/** Time limit of the start, which takes a second or two. */
const PATIENCE_SECONDS = 60;

/** The AWS emulator as a process of its Python environment. */
export class Emulator {
  /** The log file. */
  readonly log: string;
  readonly #props: EmulatorProps;
  #isDiskFull = false;
  readonly #lost = Promise.withResolvers<number>();

  constructor(props: EmulatorProps) {
    this.#props = props;
    this.log = join(props.folder, 'emulator.log');
  }

  /** Starts the emulator and waits until it responds. */
  async start(python: string): Promise<void> {
    const { port, region, folder, processes, environment, unreadProperties, inspected, keptAs, beginsWith } =
      this.#props;
    const workFolder = join(folder, 'emulator');
    await mkdir(workFolder, { recursive: true });
    // The emulator writes CommonJS scripts there, but package.json of the repository declares ES modules.
    await writeFile(join(workFolder, 'package.json'), '{ "type": "commonjs" }\n');
    const options = [
      ...(unreadProperties ? ['--track-properties', unreadProperties] : []),
      ...(keptAs ? ['--keep', keptAs] : []),
      ...(beginsWith ? ['--from', beginsWith] : []),
      ...(inspected ? ['--inspect', inspected.entry, '--inspector-port', `${inspected.port}`] : []),
    ];
    const launcher = join(CHECKOUT, 'emulator/launch.py');
    const { ended } = processes.start({
      command: [python, '-E', launcher, '--port', `${port}`, '--region', region, '--work-dir', workFolder, ...options],
      environment,
      log: this.log,
      onLine: (line) => this.#watch(line),
    });
    const over = new AbortController();
    const code = await Promise.race([ended.finally(() => over.abort()), this.#answers(over.signal)]);
    if (code !== undefined) {
      throw new UserError(
        `The emulator ended with exit code ${code} before it answered on port ${port}: see ${this.log}`,
      );
    }
    this.#lost.resolve(ended);
  }

  /**
   * Writes the data to its file.
   *
   * @throws UserError if it cannot be written
   */
  async keep(): Promise<void> {
    const address = `http://127.0.0.1:${this.#props.port}/_platform/keep`;
    const answer = await fetch(address, { method: 'POST' }).catch(() => undefined);
    if (answer?.ok) return;
    const reason = answer ? await answer.text() : 'the emulator has ended';
    throw new UserError(`The state could not be kept: ${reason || `see ${this.log}`}`);
  }

  /** Its exit code, once it has ended after it answered. */
  get lost(): Promise<number> {
    return this.#lost.promise;
  }

  /** Prints the cause once if a line of the log reports a full disk: what fails by it does not name it. */
  async #watch(line: string): Promise<void> {
    if (this.#isDiskFull || !reportsFullDisk(line)) return;
    this.#isDiskFull = true;
    console.error(((await orFullDisk(new Error(line))) as Error).message);
  }

  async #answers(over: AbortSignal): Promise<undefined> {
    const health = `http://127.0.0.1:${this.#props.port}${HEALTH_PATH}`;
    const deadline = Date.now() + PATIENCE_SECONDS * 1_000;
    while (!over.aborted && Date.now() < deadline) {
      const response = await fetch(health, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (response?.ok) return;
      await wait(50);
    }
    throw new UserError(`The emulator did not answer at ${health} within ${PATIENCE_SECONDS} s: see ${this.log}`);
  }
}
