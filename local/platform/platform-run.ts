import { setTimeout as wait } from 'node:timers/promises';
import { local } from '../../lib/stages/local.ts';
import { UserError } from '../../ops/user-error.ts';
import { interruption } from '../processes/interruption.ts';
import { enterEnvironment } from './emulator-environment.ts';
import type { LocalPlatform } from './local-platform.ts';
import { runSteps } from './step-list.ts';

/** Result of a run. */
interface Ending {
  readonly exitCode: number;
  /** The reason, if the run was interrupted. */
  readonly reason?: string;
}

/** Time for an interrupted step to print its error. */
const LAST_WORDS_MILLISECONDS = 1_000;

/** A run of the platform, with what a command does on it, until that ends or something interrupts it. */
export class PlatformRun {
  readonly #platform: LocalPlatform;
  /** The exit code of an interruption, once the platform serves its users. */
  #servesWith: number | undefined;

  constructor(platform: LocalPlatform) {
    this.#platform = platform;
  }

  /** Starts the platform, does the work, stops all processes and returns the exit code. */
  async finish(work: () => Promise<number>): Promise<number> {
    const working = this.#start(work);
    const ending = await Promise.race([working, this.#interrupted(), this.#emulatorLost()]);
    if (ending.reason) console.error(`\nStopping: ${ending.reason}`);
    const isKept = await this.#keep();
    await this.#platform.stop();
    if (this.#servesWith === undefined) await Promise.race([working, wait(LAST_WORDS_MILLISECONDS)]);
    return isKept ? ending.exitCode : 1;
  }

  /** Shows the addresses of the platform; from now on, an interruption ends the run with this exit code. */
  async serve(exitCode: number): Promise<void> {
    const { endpoint, logs, inspected } = this.#platform;
    const addresses = [
      ['emulator', endpoint],
      ...(await this.#platform.apiAddresses()).map((address) => ['API', address]),
      ...logs.map((log) => ['log', log]),
      ...(inspected ? [['debugger', `127.0.0.1:${inspected.port} for ${inspected.entry}`]] : []),
    ];
    console.log('\nThe platform is running. Press Ctrl-C to stop it.');
    for (const [name = '', address] of addresses) console.log(`  ${name.padEnd(10)}${address}`);
    console.log(`\nAWS clients reach it with AWS_ENDPOINT_URL=${endpoint} AWS_REGION=${local.region}`);
    console.log('and with test as AWS_ACCESS_KEY_ID and as AWS_SECRET_ACCESS_KEY.');
    this.#servesWith = exitCode;
  }

  /** Keeps the state if it shall be kept; returns false if that fails. */
  async #keep(): Promise<boolean> {
    try {
      const name = await this.#platform.keep();
      if (name) console.log(`The state is kept: npm start -- --from ${name} begins with it.`);
      return true;
    } catch (error) {
      console.error((error as Error).message);
      return false;
    }
  }

  async #start(work: () => Promise<number>): Promise<Ending> {
    try {
      await runSteps(this.#platform.steps);
      enterEnvironment(this.#platform.environment);
      return { exitCode: await work() };
    } catch (error) {
      if (!(error instanceof UserError)) console.error(error);
      return { exitCode: 1 };
    }
  }

  async #interrupted(): Promise<Ending> {
    const { reason, exitCode } = await interruption();
    return { reason, exitCode: this.#servesWith ?? exitCode };
  }

  async #emulatorLost(): Promise<Ending> {
    return { reason: `the emulator ended with exit code ${await this.#platform.emulatorLost}`, exitCode: 1 };
  }
}
