import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { OrderPlatformStage } from '../../lib/order-platform-stage.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templateApp } from '../../lib/template-app.ts';

let stacks: readonly CloudFormationStackArtifact[] | undefined;

/** The stacks of the stage prod, synthesized once for all documents. */
export function prodStacks(): readonly CloudFormationStackArtifact[] {
  stacks ??= new OrderPlatformStage(templateApp(), prod).synth().stacks;
  return stacks;
}

/** The id of a stack in its stage: `orders` of `prod/orders`. */
export function stackId({ hierarchicalId }: CloudFormationStackArtifact): string {
  return hierarchicalId.replace(/^.*\//, '');
}
