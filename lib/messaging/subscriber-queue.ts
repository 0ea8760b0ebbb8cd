import { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeadLetterQueue } from '../platform/dead-letter-queue.ts';
import { DEFAULT_TIMEOUT } from '../platform/platform-function.ts';

/** Properties for a `SubscriberQueue`. */
export interface SubscriberQueueProps {
  /** The topic to receive messages from. The queue is FIFO if the topic is. */
  readonly topic: sns.ITopic;
  /** The topic that is notified of messages in a dead-letter queue. */
  readonly alarmTopic: sns.ITopic;
  /**
   * The values of the `eventType` message attribute to receive.
   *
   * @default - every message published to the topic
   */
  readonly eventTypes?: readonly string[];
}

/** The maximum number of messages of a standard queue in a batch. */
const BATCH_SIZE = 10;
/**
 * The number of messages of a FIFO queue in a batch.
 *
 * SQS delivers no later message of a group while one is in flight. In a larger batch, the later ones would be received
 * with each attempt of the one that fails, and move to the dead-letter queue with it.
 */
const FIFO_BATCH_SIZE = 1;
/** The number of times a message is delivered before it moves to the dead-letter queue. */
const MAX_RECEIVE_COUNT = 5;
/** The quota of the region instead of 300 calls a second. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/high-throughput-fifo.html */
const HIGH_THROUGHPUT = {
  fifo: true,
  deduplicationScope: sqs.DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: sqs.FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
} satisfies sqs.QueueProps;

/** A queue that receives a copy of a topic's messages, with dead-letter queues for those that fail. */
export class SubscriberQueue extends Construct {
  /** The messages that wait for the consumer. */
  public readonly queue: sqs.Queue;
  /** The messages that the consumer could not process. They need an operator. */
  public readonly deadLetterQueue: DeadLetterQueue;
  /** The messages that the topic could not deliver to the queue. They need an operator. */
  public readonly undeliveredQueue: DeadLetterQueue;

  readonly #batchSize: number;

  constructor(scope: Construct, id: string, props: SubscriberQueueProps) {
    super(scope, id);
    const { fifo } = props.topic;
    this.#batchSize = fifo ? FIFO_BATCH_SIZE : BATCH_SIZE;

    this.deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue', {
      description: `A message for ${id} failed ${MAX_RECEIVE_COUNT} times and is in the dead-letter queue.`,
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
      ...(fifo && HIGH_THROUGHPUT),
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // Six times the consumer's time-out. https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
      visibilityTimeout: Duration.seconds(6 * DEFAULT_TIMEOUT.toSeconds()),
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

  /**
   * Adds the function that processes the messages. Only messages that it reports as failed are delivered again.
   *
   * It must have the default time-out of a `PlatformFunction`, from which the queue's visibility timeout follows.
   */
  public addConsumer(consumer: lambda.Function): void {
    const batchSize = this.#batchSize;
    consumer.addEventSource(new SqsEventSource(this.queue, { batchSize, reportBatchItemFailures: true }));
  }
}
