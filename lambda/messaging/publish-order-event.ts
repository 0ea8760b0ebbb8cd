import { type KinesisClient, PutRecordCommand } from '@aws-sdk/client-kinesis';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { OrderEvent } from './order-event.ts';

/** Where order events go. */
export interface OrderEventTargets {
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly kinesis: KinesisClient;
  readonly streamName: string;
}

/**
 * Tells the subscribers and the data stream of an order's change.
 *
 * The topic drops an event it has had within five minutes; the stream may carry one twice.
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
      // Firehose joins records as they are: the newline keeps them apart.
      new PutRecordCommand({
        StreamName: targets.streamName,
        PartitionKey: orderId,
        Data: new TextEncoder().encode(`${message}\n`),
      }),
    ),
  ]);
}
