import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/**
 * The topic that tells of every change of an order.
 *
 * FIFO: the group of a message is its order's number, and its deduplication id is the event's, so that each subscriber
 * has the changes of an order in order and, within five minutes, once.
 */
export class OrderTopic extends Construct {
  /** What subscribers subscribe to. */
  public readonly topic: sns.Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { fifo: true, contentBasedDeduplication: false, enforceSSL: true });
  }

  /** Lets a function publish order events, and tells it where. */
  public grantPublish(publisher: lambda.Function): iam.Grant {
    publisher.addEnvironment('ORDER_TOPIC_ARN', this.topic.topicArn);
    return this.topic.grantPublish(publisher);
  }
}
