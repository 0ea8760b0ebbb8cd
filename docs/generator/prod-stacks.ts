import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { OrderPlatformStage } from '../../lib/order-platform-stage.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templateApp } from '../../lib/template-app.ts';

/** Synthesizes the stacks of the stage prod. */
export function prodStacks(): readonly CloudFormationStackArtifact[] {
  return new OrderPlatformStage(templateApp(), prod).synth().stacks;
}

/** The id of a stack in its stage: `orders` of `prod/orders`. */
export function stackId({ hierarchicalId }: CloudFormationStackArtifact): string {
  return hierarchicalId.replace(/^.*\//, '');
}
