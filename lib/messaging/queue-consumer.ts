import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { SubscriberQueue } from './subscriber-queue.ts';

/** The maximum number of messages in a batch, which is the limit of a FIFO queue. */
const BATCH_SIZE = 10;

/** Adds a function as the consumer of a queue. Only messages that it reports as failed are delivered again. */
export function consume(consumer: lambda.Function, subscriber: SubscriberQueue): void {
  consumer.addEnvironment('QUEUE_NAME', subscriber.queue.queueName);
  consumer.addEventSource(
    new SqsEventSource(subscriber.queue, { batchSize: BATCH_SIZE, reportBatchItemFailures: true }),
  );
}
