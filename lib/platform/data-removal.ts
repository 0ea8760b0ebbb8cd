import { RemovalPolicy } from 'aws-cdk-lib';
import type { StageConfig } from '../stages/stage-config.ts';

/** What CloudFormation does with data when the stack that holds it is deleted. */
export function removalPolicyOf(stage: StageConfig): RemovalPolicy {
  return stage.dataRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
