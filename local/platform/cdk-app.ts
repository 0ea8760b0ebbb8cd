import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { local } from '../../lib/stages/local.ts';
import { UserError } from '../../ops/user-error.ts';
import { CHECKOUT } from '../checkout.ts';
import type { SupervisedProcesses } from '../processes/supervised-processes.ts';
import { appErrorIn } from './app-error.ts';

/** Properties for a `CdkApp`. */
export interface CdkAppProps {
  /** The folder for its log. */
  readonly folder: string;
  /** Starts the process. */
  readonly processes: SupervisedProcesses;
  /** Environment variables of the process. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Context that the CLI adds to that of cdk.json, so that both synthesize the same templates. */
const CLI_CONTEXT = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:version-reporting': true,
};

/** Context that leaves out metadata of constructs. The CLI reads a stack's metadata for each event of its deployment. */
const LEAN_CONTEXT = {
  'aws:cdk:disable-creation-stack-traces': true,
  '@aws-cdk/core:enableAdditionalMetadataCollection': false,
};

/** The CDK app of this repository. It is run without the CLI, which takes a second more. */
export class CdkApp {
  /** The log file. */
  readonly log: string;
  readonly #props: CdkAppProps;

  constructor(props: CdkAppProps) {
    this.#props = props;
    this.log = join(props.folder, 'app.log');
  }

  /**
   * Synthesizes the stage `local` into a folder.
   *
   * @throws UserError with the place of the error in the sources, if the app fails
   */
  async synthesize(folder: string): Promise<void> {
    const { app, context } = JSON.parse(await readFile(join(CHECKOUT, 'cdk.json'), 'utf8'));
    const said: string[] = [];
    const code = await this.#props.processes.run({
      command: app.split(' '),
      environment: {
        ...this.#props.environment,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({ ...CLI_CONTEXT, ...context, ...LEAN_CONTEXT, stage: local.name }),
        // Two seconds on every synth, for rules that the repository's own checks apply.
        CDK_VALIDATION: 'false',
      },
      log: this.log,
      onLine: (line) => said.push(line),
    });
    if (code !== 0) throw new UserError(appErrorIn(said) ?? `the app ended with exit code ${code} (${this.log})`);
  }
}
