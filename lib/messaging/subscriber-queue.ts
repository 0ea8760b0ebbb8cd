import { Duration } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from '../platform/dead-letter-queue.ts';

/** Properties for a `SubscriberQueue`. */
export interface SubscriberQueueProps {
  /** The topic to receive messages from; the queue is FIFO where the topic is. */
  readonly topic: sns.ITopic;
  /** Who is told of messages that are set aside. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The values of the `eventType` message attribute to receive.
   *
   * @default - every message published to the topic
   */
  readonly eventTypes?: readonly string[];
  /**
   * How long the consumer may take for a batch.
   *
   * @default Duration.seconds(10)
   */
  readonly consumerTimeout?: Duration;
}

/** How many times a message is delivered before it is set aside. */
const MAX_RECEIVE_COUNT = 3;

/** A queue that gets its own copy of a topic's messages and sets aside the ones that keep failing. */
export class SubscriberQueue extends Construct {
  /** The messages waiting for a consumer. */
  public readonly queue: sqs.Queue;
  /** The messages a consumer could not process; anything here needs a person. */
  public readonly deadLetterQueue: DeadLetterQueue;
  /** The messages the topic could not deliver to the queue; anything here needs a person. */
  public readonly undeliveredQueue: DeadLetterQueue;

  constructor(scope: Construct, id: string, props: SubscriberQueueProps) {
    super(scope, id);
    const { fifo } = props.topic;

    this.deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue', {
      description: `A message for ${id} failed ${MAX_RECEIVE_COUNT} times and was set aside.`,
      runbook: 'dead-letter-queues',
      alarmTopic: props.alarmTopic,
      fifo,
    });
    this.undeliveredQueue = new DeadLetterQueue(this, 'UndeliveredQueue', {
      description: `The topic could not deliver a message to the queue of ${id}.`,
      runbook: 'undelivered-messages',
      alarmTopic: props.alarmTopic,
      fifo,
    });
    this.queue = new sqs.Queue(this, 'Queue', {
      ...(fifo && { fifo }),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the consumer's time-out. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * (props.consumerTimeout ?? Duration.seconds(10)).toSeconds()),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: MAX_RECEIVE_COUNT },
    });

    props.topic.addSubscription(
      new SqsSubscription(this.queue, {
        rawMessageDelivery: true,
        deadLetterQueue: this.undeliveredQueue,
        ...(props.eventTypes && {
          filterPolicy: { eventType: sns.SubscriptionFilter.stringFilter({ allowlist: [...props.eventTypes] }) },
        }),
      }),
    );
  }
}
