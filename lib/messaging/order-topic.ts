import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type Binding, binding } from '../platform/binding.ts';

/**
 * The topic of order events.
 *
 * It is a FIFO topic. The message group is the order's id and the deduplication id is the event's id: each subscriber
 * receives the changes of an order in sequence and, within five minutes, once.
 */
export class OrderTopic extends Construct {
  /** The topic to subscribe to. */
  public readonly topic: sns.Topic;
  /** Publishes order events. */
  public readonly publishOrderEvents: Binding<'ORDER_TOPIC_ARN'>;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', {
      fifo: true,
      contentBasedDeduplication: false,
      // High throughput: the quota of the region instead of 3,000 messages a second. It needs the same of the queues.
      // https://docs.aws.amazon.com/sns/latest/dg/fifo-high-throughput.html
      fifoThroughputScope: sns.FifoThroughputScope.MESSAGE_GROUP,
      enforceSSL: true,
    });
    this.publishOrderEvents = binding({ ORDER_TOPIC_ARN: this.topic.topicArn }, (publisher) =>
      this.topic.grantPublish(publisher),
    );
  }
}
