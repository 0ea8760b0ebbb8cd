import { setTimeout as wait } from 'node:timers/promises';
import { local } from '../lib/stages/local.ts';
import { demoSteps } from './demo/demo-steps.ts';
import { enterEnvironment } from './platform/emulator-environment.ts';
import { interruption } from './platform/interruption.ts';
import { LocalPlatform } from './platform/local-platform.ts';
import { Refusal } from './platform/refusal.ts';
import { parseStartOptions, type StartOptions } from './platform/start-options.ts';
import { runSteps } from './platform/step-list.ts';

/** A run that was told to end has this long to show what became of its step. */
const LAST_WORDS_MILLISECONDS = 1_000;

/** Brings the platform up, takes an order through it, and keeps it up until it is told to end. */
class LocalRun {
  readonly #options: StartOptions;
  readonly #platform: LocalPlatform;
  /** The exit code of a run that is up, and may end when the user likes. */
  #exitCode: number | undefined;

  constructor(options: StartOptions) {
    this.#options = options;
    this.#platform = new LocalPlatform(options);
  }

  /** Runs to the end, stops everything that was started, and returns the exit code. */
  async finish(): Promise<number> {
    const told = interruption();
    const work = this.#work().catch(showFailure);
    const exitCode = await Promise.race([work, told.then(() => undefined)]);
    if (exitCode === undefined) console.error(`\nStopping (${(await told).reason})`);
    await this.#platform.stop();
    if (exitCode !== undefined) return exitCode;
    await Promise.race([work, wait(LAST_WORDS_MILLISECONDS)]);
    return this.#exitCode ?? (await told).exitCode;
  }

  async #work(): Promise<number> {
    await runSteps(this.#platform.steps);
    enterEnvironment(this.#platform.environment);
    const exitCode = await runSteps(await demoSteps(local)).then(
      () => 0,
      () => 1,
    );
    if (this.#options.exit) return exitCode;
    this.#exitCode = exitCode;
    await this.#showAddresses();
    console.error(`The emulator ended with exit code ${await this.#platform.emulatorEnded()}`);
    return 1;
  }

  async #showAddresses(): Promise<void> {
    const { endpoint, logs } = this.#platform;
    const addresses = [
      ['emulator', endpoint],
      ...(await this.#platform.apiAddresses()).map((address) => ['API', address]),
      ...logs.map((log) => ['log', log]),
    ];
    console.log('\nThe platform is up, until Ctrl-C:');
    for (const [name = '', address] of addresses) console.log(`  ${name.padEnd(10)}${address}`);
    console.log(`\nAWS clients reach it with AWS_ENDPOINT_URL=${endpoint} AWS_REGION=${local.region}`);
    console.log('and with test as AWS_ACCESS_KEY_ID and as AWS_SECRET_ACCESS_KEY.');
  }
}

/** Shows what nobody expected; the list of steps has shown the rest. */
function showFailure(error: unknown): number {
  if (!(error instanceof Refusal)) console.error(error);
  return 1;
}

try {
  if (process.platform === 'win32') throw new Refusal('npm start needs Linux or macOS: on Windows, run it in WSL');
  process.exitCode = await new LocalRun(parseStartOptions(process.argv.slice(2))).finish();
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
}
process.exit();
