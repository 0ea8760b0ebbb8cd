import { CfnOutput } from 'aws-cdk-lib';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PrivateBucket } from '../platform/private-bucket.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { documentLifecycle } from './document-lifecycle.ts';

/** Properties for a `DocumentsReplicaStack`. */
export interface DocumentsReplicaStackProps {
  /** The stage whose documents are copied here. */
  readonly stage: StageConfig;
}

/**
 * The name of the bucket that holds a stage's copies.
 *
 * The stack of the originals knows it by this rule: a reference across regions would tie the two stacks together.
 */
export function replicaBucketName(stage: StageConfig, account: string): string {
  return `order-platform-${stage.name}-documents-${account}-${stage.replicaRegion}`;
}

/** The copies of a stage's documents, in another region. */
export class DocumentsReplicaStack extends CapabilityStack {
  /** The copies, under the keys of the originals. */
  public readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { stage }: DocumentsReplicaStackProps) {
    super(scope, id, {
      stage,
      capability: 'documents',
      description: "The copies of the order platform's documents in another region.",
      stateful: true,
      region: stage.replicaRegion,
    });

    this.bucket = new PrivateBucket(this, 'Replica', {
      stage,
      bucketName: replicaBucketName(stage, this.account),
      versioned: true,
      lifecycleRules: documentLifecycle(stage),
    });
    new CfnOutput(this, 'ReplicaBucket', { value: this.bucket.bucketName, description: 'The copies of documents.' });
  }
}
