import { parseArgs } from 'node:util';
import { stackOutputs } from '../client/stack-outputs.ts';
import { selectStages } from '../lib/stages/index.ts';
import { Articles } from './seed/articles.ts';

const { values } = parseArgs({ options: { stage: { type: 'string', default: 'local' } } });
for (const stage of selectStages(values.stage)) {
  const seeded = await new Articles(await stackOutputs(stage), stage.region).seed();
  console.log(`Stage ${stage.name} sells ${seeded.join(', ')}.`);
}
