import { setTimeout as wait } from 'node:timers/promises';
import { local } from '../lib/stages/local.ts';
import { UserError } from '../ops/user-error.ts';
import { demoSteps } from './demo/demo-steps.ts';
import { enterEnvironment } from './platform/emulator-environment.ts';
import { LocalPlatform } from './platform/local-platform.ts';
import { parseStartOptions, type StartOptions } from './platform/start-options.ts';
import type { Step } from './platform/step.ts';
import { runSteps } from './platform/step-list.ts';
import { interruption } from './processes/interruption.ts';

/** Result of a run. */
interface Ending {
  readonly exitCode: number;
  /** The reason, if the run was interrupted. */
  readonly reason?: string;
}

/** Time for an interrupted step to print its error. */
const LAST_WORDS_MILLISECONDS = 1_000;

/** Starts the platform, runs the demo, and keeps the platform running until it is interrupted. */
class LocalRun {
  readonly #options: StartOptions;
  readonly #platform: LocalPlatform;
  /** The exit code of the demo; undefined until the demo has ended and the platform is kept running. */
  #demoExitCode: number | undefined;

  constructor(options: StartOptions) {
    this.#options = options;
    this.#platform = new LocalPlatform(options);
  }

  /** Runs to the end, stops all processes and returns the exit code. */
  async finish(): Promise<number> {
    const work = this.#work();
    const ending = await Promise.race([work, this.#interrupted(), this.#emulatorLost()]);
    if (ending.reason) console.error(`\nStopping: ${ending.reason}`);
    await this.#platform.stop();
    if (this.#demoExitCode === undefined) await Promise.race([work, wait(LAST_WORDS_MILLISECONDS)]);
    return ending.exitCode;
  }

  async #work(): Promise<Ending> {
    let demo: Step[];
    try {
      await runSteps(this.#platform.steps);
      enterEnvironment(this.#platform.environment);
      demo = await demoSteps(local);
    } catch (error) {
      if (!(error instanceof UserError)) console.error(error);
      return { exitCode: 1 };
    }
    const exitCode = await runSteps(demo).then(
      () => 0,
      () => 1,
    );
    if (exitCode !== 0) console.error(`The demo failed: see ${this.#platform.logs.join(' and ')}`);
    if (this.#options.exit) return { exitCode };
    await this.#showAddresses();
    this.#demoExitCode = exitCode;
    return await new Promise(() => {});
  }

  async #interrupted(): Promise<Ending> {
    const { reason, exitCode } = await interruption();
    return { reason, exitCode: this.#demoExitCode ?? exitCode };
  }

  async #emulatorLost(): Promise<Ending> {
    return { reason: `the emulator ended with exit code ${await this.#platform.emulatorLost}`, exitCode: 1 };
  }

  async #showAddresses(): Promise<void> {
    const { endpoint, logs } = this.#platform;
    const addresses = [
      ['emulator', endpoint],
      ...(await this.#platform.apiAddresses()).map((address) => ['API', address]),
      ...logs.map((log) => ['log', log]),
    ];
    console.log('\nThe platform is running. Press Ctrl-C to stop it.');
    for (const [name = '', address] of addresses) console.log(`  ${name.padEnd(10)}${address}`);
    console.log(`\nAWS clients reach it with AWS_ENDPOINT_URL=${endpoint} AWS_REGION=${local.region}`);
    console.log('and with test as AWS_ACCESS_KEY_ID and as AWS_SECRET_ACCESS_KEY.');
  }
}

try {
  if (process.platform === 'win32') throw new UserError('npm start needs Linux or macOS: on Windows, run it in WSL');
  process.exitCode = await new LocalRun(parseStartOptions(process.argv.slice(2))).finish();
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}
process.exit();
