import { Template } from 'aws-cdk-lib/assertions';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { stacksOf } from './deployed-stacks.ts';

/** The templates of a stage's stacks as they are deployed, by the ids of the stacks. */
export function templatesOf(stage: StageConfig): (stack: string) => Template {
  const stacks = stacksOf(stage.name);
  return (id) => {
    const found = stacks.find(({ name }) => name === `${stage.name}-${id}`);
    if (!found) throw new Error(`stage ${stage.name} has no stack ${id}`);
    return Template.fromJSON(found.template);
  };
}
