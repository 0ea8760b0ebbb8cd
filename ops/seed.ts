import { stageName } from './command-line/arguments.ts';
import { parseCommand } from './command-line/command-line.ts';
import { runForStage } from './command-line/run-for-stage.ts';
import { Articles } from './seed/articles.ts';

const SEED = {
  name: 'npm run seed',
  description: 'Puts articles on sale, for trying the platform out, and adds stock to those that have none.',
  operands: {},
  options: { stage: stageName('local') },
};

await runForStage(
  (args) => parseCommand(SEED, args),
  async (_, stage, outputs) => {
    const seeded = await new Articles(outputs, stage).seed();
    console.log(`Stage ${stage.name} sells ${seeded.join(', ')}.`);
    return 0;
  },
);
