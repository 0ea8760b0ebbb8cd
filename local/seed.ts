import { parseArgs } from 'node:util';
import { selectStages } from '../lib/stages/index.ts';
import { seedArticles } from './demo/articles.ts';
import { stackOutputs } from './demo/stack-outputs.ts';

const { values } = parseArgs({ options: { stage: { type: 'string', default: 'local' } } });
for (const stage of selectStages(values.stage)) {
  const seeded = await seedArticles(await stackOutputs(stage), stage.region);
  console.log(`Stage ${stage.name} sells ${seeded.join(', ')}.`);
}
