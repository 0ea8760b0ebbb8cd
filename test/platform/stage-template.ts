import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { OrderPlatformStage } from '../../lib/order-platform-stage.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { testApp } from './test-app.ts';

/** The templates of a stage's stacks, by the stacks' ids: as they are deployed, with all they refer to. */
export function templatesOf(config: StageConfig): (stack: string) => Template {
  const stage = new OrderPlatformStage(testApp(), config);
  return (stack) => Template.fromStack(stage.node.findChild(stack) as Stack);
}
