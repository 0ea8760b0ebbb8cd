import { parseArgs } from 'node:util';
import { selectStages } from '../lib/stages/index.ts';
import { Articles } from './demo/articles.ts';
import { stackOutputs } from './demo/stack-outputs.ts';

const { values } = parseArgs({ options: { stage: { type: 'string', default: 'local' } } });
for (const stage of selectStages(values.stage)) {
  const seeded = await new Articles(await stackOutputs(stage), stage.region).seed();
  console.log(`Stage ${stage.name} sells ${seeded.join(', ')}.`);
}
