import { join } from 'node:path';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from '../checkout.ts';
import type { SupervisedProcesses } from '../processes/supervised-processes.ts';

/** Properties for a `CdkCli`. */
export interface CdkCliProps {
  /** The folder for its files. */
  readonly folder: string;
  /** Starts the process. */
  readonly processes: SupervisedProcesses;
  /** Environment variables of the process, such as AWS_ENDPOINT_URL. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Time limit of a command. Without it, the emulator waits an hour for a custom resource that failed. */
const PATIENCE_MINUTES = 10;

const CDK = join(CHECKOUT, 'node_modules/aws-cdk/bin/cdk');

/** The AWS CDK CLI of this repository. It ignores the user's settings and calls only the emulator. */
export class CdkCli {
  /** The log file. */
  readonly log: string;
  readonly #props: CdkCliProps;

  constructor(props: CdkCliProps) {
    this.#props = props;
    this.log = join(props.folder, 'cdk.log');
  }

  /**
   * Runs a command of the CLI.
   *
   * @throws UserError with the CLI's error messages if the command fails
   */
  async run(args: string[], onLine: (line: string) => void = () => {}): Promise<void> {
    const said: string[] = [];
    const signal = AbortSignal.timeout(PATIENCE_MINUTES * 60_000);
    const code = await this.#props.processes.run({
      command: [process.execPath, CDK, ...args, '--no-notices'],
      environment: this.#environment(),
      log: this.log,
      signal,
      onLine: (line) => {
        said.push(line);
        onLine(line);
      },
    });
    if (signal.aborted)
      throw new UserError(`cdk ${args[0]} took more than ${PATIENCE_MINUTES} minutes: see ${this.log}`);
    if (code !== 0) throw new UserError(`cdk ${args[0]} failed: ${reasonOf(said)} (${this.log})`);
  }

  /** Deploys stacks and calls back with each when it is deployed. */
  async deploy(stacks: string[], options: string[], onStack: (stack: string) => void): Promise<void> {
    // The emulator's change sets ignore changes of outputs.
    const how = ['--method=direct', '--concurrency=8', '--asset-build-concurrency=4', '--require-approval=never'];
    await this.run(['deploy', ...stacks, ...options, ...how, '--progress=events'], (line) => {
      const stack = /✅\s+(\S+)/.exec(line)?.[1];
      if (stack) onStack(stack);
    });
  }

  #environment(): NodeJS.ProcessEnv {
    const { folder, environment } = this.#props;
    return {
      ...environment,
      // The CLI reads settings from ~/.cdk.json and caches the account of an access key in ~/.cdk.
      HOME: folder,
      CDK_HOME: join(folder, '.cdk'),
      TMPDIR: folder,
      CDK_DISABLE_CLI_TELEMETRY: 'true',
      CDK_DISABLE_VERSION_CHECK: 'true',
    };
  }
}

/** Returns the error messages in the output of the CLI. */
function reasonOf(said: string[]): string {
  const reasons = said.filter((line) => /_FAILED|❌|\bError: /.test(line));
  return (
    reasons
      .slice(0, 3)
      .map((line) => line.trim())
      .join('; ') ||
    (said.findLast((line) => line.trim()) ?? 'no output')
  );
}
