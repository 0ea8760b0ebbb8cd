import { CfnOutput } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { documentLifecycle } from './document-lifecycle.ts';

/** Properties for a `DocumentsReplicaStack`. */
export interface DocumentsReplicaStackProps {
  /** The stage of the documents. */
  readonly stage: StageConfig;
}

/**
 * Returns the name of the bucket with the replicas of a stage's documents.
 *
 * The name is computed because a cross-region reference would couple the two stacks.
 */
export function replicaBucketName(stage: StageConfig, account: string): string {
  return `order-platform-${stage.name}-documents-${account}-${stage.replicaRegion}`;
}

/** The replicas of a stage's documents in another region. */
export class DocumentsReplicaStack extends CapabilityStack {
  /** The replicas, under the same keys as the originals. */
  public readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { stage }: DocumentsReplicaStackProps) {
    super(scope, id, {
      stage,
      capability: 'documents',
      description: 'Replicas of the documents of the order platform in another region.',
      stateful: true,
      region: stage.replicaRegion,
    });

    this.bucket = new PrivateBucket(this, 'Replica', {
      stage,
      bucketName: replicaBucketName(stage, this.account),
      versioned: true,
      lifecycleRules: documentLifecycle(stage),
    });
    new CfnOutput(this, 'ReplicaBucket', {
      value: this.bucket.bucketName,
      description: 'Bucket of the replicas of documents.',
    });
  }
}
