import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { OrderEvent } from './order-event.ts';
import type { OrderEventTarget } from './order-event-target.ts';
import { type BatchService, sendBatches } from './send-batches.ts';
import { serviceError } from './service-error.ts';

/**
 * The topic of order events.
 *
 * It drops an event that it received within the last five minutes.
 */
export class SnsOrderEvents implements OrderEventTarget {
  readonly #service: BatchService<OrderEvent>;

  constructor(client: SNSClient, topicArn: string, wait: BatchService<OrderEvent>['wait']) {
    this.#service = {
      // https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
      maxEntries: 10,
      maxBytes: 262_144,
      // The attribute counts with its name, its type and its value.
      sizeOf: (event) => Buffer.byteLength(JSON.stringify(event)) + `eventTypeString${event.eventType}`.length,
      send: async (events) => {
        const PublishBatchRequestEntries = events.map((event, index) => ({
          Id: String(index),
          Message: JSON.stringify(event),
          MessageGroupId: event.order.orderId,
          MessageDeduplicationId: event.eventId,
          MessageAttributes: { eventType: { DataType: 'String', StringValue: event.eventType } },
        }));
        const command = new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries });
        const { Failed = [] } = await client.send(command);
        const failures = new Map(Failed.map(({ Id, Code, Message }) => [Id, serviceError(Code, Message)]));
        return PublishBatchRequestEntries.map(({ Id }) => failures.get(Id));
      },
      wait,
    };
  }

  publish(events: readonly OrderEvent[]): Promise<(Error | undefined)[]> {
    return sendBatches(this.#service, events);
  }
}
