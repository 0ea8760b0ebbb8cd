import { local } from '../lib/stages/local.ts';
import { parseCommand } from '../ops/command-line/command-line.ts';
import { UserError } from '../ops/user-error.ts';
import { START } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { demoSteps } from './demo/demo-steps.ts';
import { chosenStates } from './kept/chosen-states.ts';
import { LocalPlatform } from './platform/local-platform.ts';
import { PlatformRun } from './platform/platform-run.ts';
import { runSteps } from './platform/step-list.ts';

/** Starts the platform, runs the demo, and keeps the platform running until it is interrupted. */
await runCommand(async () => {
  const options = parseCommand(START, process.argv.slice(2));
  const platform = new LocalPlatform({ port: options.port, ...(await chosenStates(options)) });
  const run = new PlatformRun(platform);
  return await run.finish(async () => {
    const exitCode = await runSteps(await demoSteps(local)).then(
      () => 0,
      (error: unknown) => {
        // A UserError says what to do, and is in the list of the steps.
        if (!(error instanceof UserError)) console.error(`The demo failed: see ${platform.logs.join(' and ')}`);
        return 1;
      },
    );
    if (options.exit) return exitCode;
    await run.serve(exitCode);
    return await new Promise<never>(() => {});
  });
});
