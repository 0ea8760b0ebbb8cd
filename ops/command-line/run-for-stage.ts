import { type StackOutputs, stackOutputs } from '../../client/stack-outputs.ts';
import { stageNamed } from '../../lib/stages/index.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { HelpRequest } from './command-line.ts';

/**
 * Runs a command for a deployed stage and exits with its code; an error is one line.
 *
 * @param parse - reads the arguments
 * @param run - runs the command; returns its exit code
 */
export async function runForStage<Options extends { readonly stage: string }>(
  parse: (args: string[]) => Options,
  run: (options: Options, stage: StageConfig, outputs: StackOutputs) => Promise<number>,
): Promise<never> {
  try {
    const options = parse(process.argv.slice(2));
    const stage = stageNamed(options.stage);
    // Without `exit`, the HTTP/2 session of a Kinesis client keeps the process running.
    process.exit(await run(options, stage, await stackOutputs(stage)));
  } catch (error) {
    if (error instanceof HelpRequest) {
      console.log(error.message);
      process.exit(0);
    }
    console.error((error as Error).message);
    process.exit(1);
  }
}
