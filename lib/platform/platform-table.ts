import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { removalPolicyOf } from './data-removal.ts';

/** Properties for a `PlatformTable`. */
export interface PlatformTableProps extends Omit<dynamodb.TableProps, 'billingMode' | 'removalPolicy'> {
  /** The stage the table belongs to, which sets its removal policy, deletion protection and backups. */
  readonly stage: StageConfig;
}

/** A table with on-demand capacity, and with the removal policy, deletion protection and backups of its stage. */
export class PlatformTable extends dynamodb.Table {
  constructor(scope: Construct, id: string, { stage, ...props }: PlatformTableProps) {
    super(scope, id, {
      ...props,
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      removalPolicy: removalPolicyOf(stage),
      deletionProtection: stage.terminationProtection,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: stage.dataRemoval === 'retain' },
    });
  }
}
