import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { OrderEvent } from './order-event.ts';
import type { OrderEventTarget } from './order-event-target.ts';
import { type BatchService, sendBatches, type Wait } from './send-batches.ts';
import { serviceError } from './service-error.ts';

/**
 * Returns the topic of order events.
 *
 * It drops an event that it received within the last five minutes.
 */
export function snsOrderEvents(client: SNSClient, topicArn: string, wait: Wait): OrderEventTarget {
  const service: BatchService<ReturnType<typeof messageOf>> = {
    // https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
    maxEntries: 10,
    maxBytes: 262_144,
    sizeOf: ({ Message, MessageAttributes: { eventType } }) =>
      // The attribute counts with its name, its type and its value.
      Buffer.byteLength(Message) + `eventType${eventType.DataType}${eventType.StringValue}`.length,
    send: async (messages) => {
      const PublishBatchRequestEntries = messages.map((message, index) => ({ Id: String(index), ...message }));
      const command = new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries });
      const { Failed = [] } = await client.send(command);
      const failures = new Map(Failed.map(({ Id, Code, Message }) => [Id, serviceError(Code, Message)]));
      return PublishBatchRequestEntries.map(({ Id }) => failures.get(Id));
    },
    wait,
  };
  return { publish: (events) => sendBatches(service, events.map(messageOf)) };
}

function messageOf(event: OrderEvent) {
  return {
    Message: JSON.stringify(event),
    MessageGroupId: event.order.orderId,
    MessageDeduplicationId: event.eventId,
    MessageAttributes: { eventType: { DataType: 'String', StringValue: event.eventType } },
  };
}
