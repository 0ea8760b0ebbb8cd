import { parseArgs } from 'node:util';
import { selectStages } from '../lib/stages/index.ts';
import { demoSteps } from './demo/demo-steps.ts';
import { runSteps } from './platform/step-list.ts';

/** Runs the demo of `npm start` against a deployed stage, with the credentials and endpoint of this shell. */
const { values } = parseArgs({ options: { stage: { type: 'string', default: 'dev' } } });
try {
  for (const stage of selectStages(values.stage)) await runSteps(await demoSteps(stage));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
