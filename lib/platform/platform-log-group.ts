import { RemovalPolicy } from 'aws-cdk-lib';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { removalPolicyOf } from './data-removal.ts';

/** Properties for a `PlatformLogGroup`. */
export interface PlatformLogGroupProps {
  /** The stage the log belongs to: how long it is kept, and whether it outlives its stack. */
  readonly stage: StageConfig;
  /**
   * The group's name, for services that demand a prefix.
   *
   * @default - named by CloudFormation
   */
  readonly logGroupName?: string;
}

/** A log group that is kept as long as its stage says. */
export class PlatformLogGroup extends logs.LogGroup {
  constructor(scope: Construct, id: string, props: PlatformLogGroupProps) {
    super(scope, id, {
      ...(props.logGroupName && { logGroupName: props.logGroupName }),
      retention: props.stage.retention.logDays as logs.RetentionDays,
      // A name that outlived its stack would keep the stack from being deployed again.
      removalPolicy: props.logGroupName ? RemovalPolicy.DESTROY : removalPolicyOf(props.stage),
    });
  }
}
