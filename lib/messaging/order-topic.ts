import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/**
 * The topic of order events.
 *
 * It is a FIFO topic. The message group is the order's id and the deduplication id is the event's id: each subscriber
 * receives the changes of an order in sequence and, within five minutes, once.
 */
export class OrderTopic extends Construct {
  /** The topic to subscribe to. */
  public readonly topic: sns.Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { fifo: true, contentBasedDeduplication: false, enforceSSL: true });
  }

  /** Grants publishing to the topic and sets ORDER_TOPIC_ARN. */
  public grantPublish(publisher: lambda.Function): iam.Grant {
    publisher.addEnvironment('ORDER_TOPIC_ARN', this.topic.topicArn);
    return this.topic.grantPublish(publisher);
  }
}
