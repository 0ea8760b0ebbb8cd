import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { SubscriberQueue } from './subscriber-queue.ts';

/** How many messages a consumer is given at once: the most a FIFO queue allows. */
const BATCH_SIZE = 10;

/** Has a function process a queue's messages; those it reports as failed, and only those, are delivered again. */
export function consume(consumer: lambda.Function, subscriber: SubscriberQueue): void {
  consumer.addEnvironment('QUEUE_NAME', subscriber.queue.queueName);
  consumer.addEventSource(
    new SqsEventSource(subscriber.queue, { batchSize: BATCH_SIZE, reportBatchItemFailures: true }),
  );
}
