import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import type { OrderEvent } from './order-event.ts';
import type { OrderEventTarget } from './order-event-target.ts';
import { type BatchService, sendBatches, type Wait } from './send-batches.ts';
import { serviceError } from './service-error.ts';

/** Returns the data stream of order events, which may receive an event more than once. */
export function kinesisOrderEvents(client: KinesisClient, streamName: string, wait: Wait): OrderEventTarget {
  const service: BatchService<ReturnType<typeof recordOf>> = {
    // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
    maxEntries: 500,
    maxBytes: 1_048_576,
    sizeOf: ({ PartitionKey, Data }) => Data.byteLength + PartitionKey.length,
    send: async (records) => {
      const command = new PutRecordsCommand({ StreamName: streamName, Records: [...records] });
      const { Records = [] } = await client.send(command);
      return Records.map(({ ErrorCode, ErrorMessage }) =>
        ErrorCode ? serviceError(ErrorCode, ErrorMessage) : undefined,
      );
    },
    wait,
  };
  return { publish: (events) => sendBatches(service, events.map(recordOf)) };
}

function recordOf(event: OrderEvent) {
  // Firehose concatenates records as they are: the newline separates them.
  return { PartitionKey: event.order.orderId, Data: new TextEncoder().encode(`${JSON.stringify(event)}\n`) };
}
