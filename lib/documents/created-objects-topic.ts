import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** Properties for a `CreatedObjectsTopic`. */
export interface CreatedObjectsTopicProps {
  /** The bucket. It must be in the topic's stack. */
  readonly bucket: s3.Bucket;
  /** The prefix of the keys of the objects. */
  readonly prefix: string;
}

/**
 * A topic that S3 notifies of each object created in a bucket.
 *
 * The notification is a property of the bucket. `addEventNotification` would add a custom resource and its function.
 */
export class CreatedObjectsTopic extends sns.Topic {
  constructor(scope: Construct, id: string, { bucket, prefix }: CreatedObjectsTopicProps) {
    super(scope, id, { enforceSSL: true });

    const policy = this.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'AllowBucketsOfThisAccount',
        principals: [new iam.ServicePrincipal('s3.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        // The bucket's ARN would be a circular dependency, because the bucket depends on this policy.
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );

    const resource = bucket.node.defaultChild as s3.CfnBucket;
    resource.notificationConfiguration = {
      topicConfigurations: [
        {
          topic: this.topicArn,
          event: 's3:ObjectCreated:*',
          filter: { s3Key: { rules: [{ name: 'prefix', value: prefix }] } },
        },
      ],
    };
    // S3 publishes a test message before it accepts the notification.
    if (policy.policyDependable) resource.node.addDependency(policy.policyDependable);
  }
}
