import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';
import { removalPolicyOf } from './data-removal.ts';

/** Properties for a `PrivateBucket`. */
export interface PrivateBucketProps
  extends Omit<s3.BucketProps, 'encryption' | 'removalPolicy' | 'autoDeleteObjects' | 'enforceSSL'> {
  /** The stage the bucket belongs to, which sets its removal policy. */
  readonly stage: StageConfig;
}

/** A bucket that is encrypted and never public, with the removal policy of its stage. */
export class PrivateBucket extends s3.Bucket {
  constructor(scope: Construct, id: string, { stage, ...props }: PrivateBucketProps) {
    super(scope, id, {
      ...props,
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      removalPolicy: removalPolicyOf(stage),
      autoDeleteObjects: stage.dataRemoval === 'destroy',
    });
  }
}
