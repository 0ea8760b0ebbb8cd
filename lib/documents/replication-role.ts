import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** The role with which S3 replicates objects under a prefix from one bucket to another. */
export class ReplicationRole extends iam.Role {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      assumedBy: new iam.ServicePrincipal('s3.amazonaws.com'),
      description: 'Replicates documents to the replica region.',
    });
  }

  /** Grants the permissions of replication. https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
  public allowReplication(source: s3.IBucket, destination: s3.IBucket, prefix: string): void {
    const statements = [
      new iam.PolicyStatement({
        sid: 'ReadReplicationRules',
        actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
        resources: [source.bucketArn],
      }),
      new iam.PolicyStatement({
        sid: 'ReadOriginals',
        actions: ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
        resources: [source.arnForObjects(`${prefix}*`)],
      }),
      new iam.PolicyStatement({
        sid: 'WriteCopies',
        actions: ['s3:ReplicateObject', 's3:ReplicateTags'],
        resources: [destination.arnForObjects(`${prefix}*`)],
      }),
    ];
    for (const statement of statements) this.addToPrincipalPolicy(statement);
  }
}
