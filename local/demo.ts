import { stageNamed } from '../lib/stages/index.ts';
import { parseCommand } from '../ops/command-line/command-line.ts';
import { DEMO } from './command-line/commands.ts';
import { runCommand } from './command-line/run-command.ts';
import { demoSteps } from './demo/demo-steps.ts';
import { runSteps } from './platform/step-list.ts';

/** Runs the demo of `npm start` against a deployed stage, with the credentials and endpoint of this shell. */
await runCommand(async () => {
  const { stage } = parseCommand(DEMO, process.argv.slice(2));
  try {
    await runSteps(await demoSteps(stageNamed(stage)));
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
});
