import { type KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { OrderEvent } from './order-event.ts';

/** The targets of order events, with their clients. */
export interface OrderEventTargets {
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly kinesis: KinesisClient;
  readonly streamName: string;
}

/**
 * Publishes an order event to the topic and the data stream.
 *
 * The topic drops an event that it received within the last five minutes; the stream may have duplicates.
 */
export async function publishOrderEvent(targets: OrderEventTargets, event: OrderEvent): Promise<void> {
  const message = JSON.stringify(event);
  const { orderId } = event.order;
  await Promise.all([
    targets.sns.send(
      new PublishCommand({
        TopicArn: targets.topicArn,
        Message: message,
        MessageGroupId: orderId,
        MessageDeduplicationId: event.eventId,
        MessageAttributes: { eventType: { DataType: 'String', StringValue: event.eventType } },
      }),
    ),
    targets.kinesis.send(
      // Firehose concatenates records as they are: the newline separates them.
      new PutRecordCommand({
        StreamName: targets.streamName,
        PartitionKey: orderId,
        Data: new TextEncoder().encode(`${message}\n`),
      }),
    ),
  ]);
}
