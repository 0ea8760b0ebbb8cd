import { type KinesisClient, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import type { OrderEvent } from './order-event.ts';
import type { OrderEventTarget } from './order-event-target.ts';
import { type BatchService, sendBatches } from './send-batches.ts';
import { serviceError } from './service-error.ts';

/** The data stream of order events, which may receive an event more than once. */
export class KinesisOrderEvents implements OrderEventTarget {
  readonly #service: BatchService<OrderEvent>;

  constructor(client: KinesisClient, streamName: string, wait: BatchService<OrderEvent>['wait']) {
    this.#service = {
      // https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
      maxEntries: 500,
      maxBytes: 1_048_576,
      sizeOf: (event) => recordOf(event).Data.byteLength + event.order.orderId.length,
      send: async (events) => {
        const command = new PutRecordsCommand({ StreamName: streamName, Records: events.map(recordOf) });
        const { Records = [] } = await client.send(command);
        return Records.map(({ ErrorCode, ErrorMessage }) =>
          ErrorCode ? serviceError(ErrorCode, ErrorMessage) : undefined,
        );
      },
      wait,
    };
  }

  publish(events: readonly OrderEvent[]): Promise<(Error | undefined)[]> {
    return sendBatches(this.#service, events);
  }
}

function recordOf(event: OrderEvent) {
  // Firehose concatenates records as they are: the newline separates them.
  return { PartitionKey: event.order.orderId, Data: new TextEncoder().encode(`${JSON.stringify(event)}\n`) };
}
