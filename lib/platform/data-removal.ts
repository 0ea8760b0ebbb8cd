import { RemovalPolicy } from 'aws-cdk-lib';
import type { StageConfig } from '../stages/stage-config.ts';

/** Returns the removal policy of resources that hold data. */
export function removalPolicyOf(stage: StageConfig): RemovalPolicy {
  return stage.dataRemoval === 'retain' ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
}
