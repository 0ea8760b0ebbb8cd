import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { local } from '../../lib/stages/local.ts';
import { CHECKOUT, LOCAL_FOLDER } from '../checkout.ts';
import { versionOfAssembly } from '../kept/app-version.ts';
import type { KeptState } from '../kept/kept-state.ts';
import { SupervisedProcesses } from '../processes/supervised-processes.ts';
import { CdkApp } from './cdk-app.ts';
import { CdkCli } from './cdk-cli.ts';
import { Emulator, type EmulatorProps } from './emulator.ts';
import { emulatorEnvironment } from './emulator-environment.ts';
import type { InspectedFunction } from './inspected-function.ts';
import { PortClaim } from './port-claim.ts';
import { PythonEnvironment } from './python-environment.ts';
import { apiAddresses, type OutputsFile } from './stack-addresses.ts';
import type { Step } from './step.ts';

/** The account of the emulator. */
const ACCOUNT = '000000000000';

/** Properties for a `LocalPlatform`. */
export interface LocalPlatformProps extends Pick<EmulatorProps, 'port' | 'unreadProperties' | 'inspected'> {
  /**
   * The state that the data is kept as by `keep`.
   *
   * @default - the data is lost when the platform stops
   */
  readonly keep?: KeptState;
  /**
   * The state that the platform begins with.
   *
   * @default - it begins empty
   */
  readonly from?: KeptState;
}

/** The stage `local` in an emulator of its own, which ends with this process. */
export class LocalPlatform {
  /** The endpoint of the emulator. */
  readonly endpoint: string;
  /** The variables with which AWS clients reach the emulator and nothing else. */
  readonly environment: NodeJS.ProcessEnv;
  /** The folder of this run's files, except those that later runs reuse. */
  readonly folder: string;
  /** The function that a debugger can connect to, if there is one. */
  readonly inspected: InspectedFunction | undefined;
  readonly #props: LocalPlatformProps;
  #deployed = false;
  readonly #processes = new SupervisedProcesses();
  readonly #python: PythonEnvironment;
  readonly #emulator: Emulator;
  readonly #app: CdkApp;
  readonly #cdk: CdkCli;
  #claim: PortClaim | undefined;
  #synthesis: Promise<string[]> | undefined;

  constructor(props: LocalPlatformProps) {
    const { port, unreadProperties, inspected, keep, from } = props;
    this.#props = props;
    this.inspected = inspected;
    this.endpoint = `http://127.0.0.1:${port}`;
    this.folder = join(LOCAL_FOLDER, `${port}`);
    this.environment = emulatorEnvironment(process.env, { endpoint: this.endpoint, region: local.region });
    this.#python = new PythonEnvironment({
      folder: join(LOCAL_FOLDER, 'venv'),
      requirements: join(CHECKOUT, 'emulator/requirements.txt'),
      processes: this.#processes,
    });
    const shared = { folder: this.folder, processes: this.#processes, environment: this.environment };
    this.#emulator = new Emulator({
      ...shared,
      port,
      region: local.region,
      unreadProperties,
      inspected,
      keptAs: keep?.data,
      beginsWith: from?.data,
    });
    this.#app = new CdkApp(shared);
    this.#cdk = new CdkCli(shared);
  }

  /** Steps from a fresh clone to the deployed stage. */
  get steps(): Step[] {
    const { port, from } = this.#props;
    return [
      { title: `Take port ${port}`, run: () => this.#takePort() },
      { title: 'Prepare the Python environment', run: async (report) => [await this.#python.prepare(report)] },
      ...(from ? [{ title: `Check the state ${from.name}`, run: () => this.#checkState(from) }] : []),
      { title: 'Start the emulator', run: () => this.#startEmulator() },
      { title: `Bootstrap ${local.region} and ${local.replicaRegion}`, run: () => this.#bootstrap() },
      { title: 'Synthesize the stage', run: () => this.#synthesized() },
      { title: 'Deploy the stage', run: (report) => this.#deployStage(report) },
    ];
  }

  /** The folder of the synthesized stage. */
  get assembly(): string {
    return join(this.folder, 'cdk.out');
  }

  /** Log files of the emulator and the CDK CLI. */
  get logs(): string[] {
    return [this.#emulator.log, this.#cdk.log];
  }

  /** Returns the addresses of the deployed APIs. */
  async apiAddresses(): Promise<string[]> {
    const outputs: OutputsFile = JSON.parse(await readFile(this.#outputsFile, 'utf8'));
    return apiAddresses(outputs, this.endpoint);
  }

  /** Resolves with the exit code if the emulator ends after its start. */
  get emulatorLost(): Promise<number> {
    return this.#emulator.lost;
  }

  /** Synthesizes the stage into `assembly`. */
  async synthesize(): Promise<string[]> {
    await this.#app.synthesize(this.assembly);
    return [];
  }

  /** Deploys stacks of the synthesized stage, such as `local/orders`, and calls back with each when it is deployed. */
  async deploy(stacks: string[], options: string[] = [], onStack: (stack: string) => void = () => {}): Promise<void> {
    await this.#cdk.deploy(stacks, ['--app', this.assembly, ...options], onStack);
  }

  /**
   * Keeps the data under the name that was given; does nothing without one, or if the stage is not deployed.
   *
   * @throws UserError if it cannot be written
   */
  async keep(): Promise<string | undefined> {
    const { keep } = this.#props;
    if (!keep || !this.#deployed) return undefined;
    await this.#emulator.keep();
    await keep.record(versionOfAssembly(this.assembly));
    return keep.name;
  }

  /** Ends all processes and releases the port. */
  async stop(): Promise<void> {
    await this.#processes.stop();
    await this.#releasePort();
  }

  async #takePort(): Promise<string[]> {
    this.#claim = await PortClaim.take(this.#props.port);
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    // Runs beside the next steps, which do not need it; its own step reports an error.
    this.#synthesized().catch(() => {});
    return [];
  }

  async #synthesized(): Promise<string[]> {
    this.#synthesis ??= this.synthesize();
    return await this.#synthesis;
  }

  async #checkState(from: KeptState): Promise<string[]> {
    await this.#synthesized();
    await from.check(versionOfAssembly(this.assembly));
    return [];
  }

  async #startEmulator(): Promise<string[]> {
    await this.#props.keep?.prepare();
    await this.#releasePort();
    await this.#emulator.start(this.#python.python);
    return [this.endpoint];
  }

  async #bootstrap(): Promise<string[]> {
    const regions = [local.region, local.replicaRegion].map((region) => `aws://${ACCOUNT}/${region}`);
    // Without an app, because the CLI would wait for its templates.
    await this.#cdk.run(['bootstrap', ...regions, '--app', '']);
    return [];
  }

  async #deployStage(report: (line: string) => void): Promise<string[]> {
    let deployed = 0;
    await this.deploy([`${local.name}/**`], ['--outputs-file', this.#outputsFile], (stack) => {
      report(`${stack} (${++deployed})`);
    });
    this.#deployed = true;
    return [`${deployed} stacks`];
  }

  async #releasePort(): Promise<void> {
    await this.#claim?.release();
    this.#claim = undefined;
  }

  get #outputsFile(): string {
    return join(this.folder, 'outputs.json');
  }
}
