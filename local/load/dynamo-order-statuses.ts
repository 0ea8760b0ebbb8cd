import { BatchGetCommand, type BatchGetCommandOutput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OrderStatus } from '../../lambda/orders/order.ts';
import type { OrderStatuses } from './settlement.ts';

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const BATCH = 100;

/** The orders table. */
export class DynamoOrderStatuses implements OrderStatuses {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async of(orderIds: readonly string[]): Promise<Map<string, OrderStatus>> {
    const statuses = new Map<string, OrderStatus>();
    for (let first = 0; first < orderIds.length; first += BATCH) {
      let keys: Record<string, unknown>[] | undefined = orderIds
        .slice(first, first + BATCH)
        .map((orderId) => ({ orderId }));
      while (keys?.length) {
        const answer: BatchGetCommandOutput = await this.#client.send(
          new BatchGetCommand({
            RequestItems: {
              [this.#table]: {
                Keys: keys,
                ConsistentRead: true,
                ProjectionExpression: 'orderId, #status',
                ExpressionAttributeNames: { '#status': 'status' },
              },
            },
          }),
        );
        for (const { orderId, status } of answer.Responses?.[this.#table] ?? []) statuses.set(orderId, status);
        keys = answer.UnprocessedKeys?.[this.#table]?.Keys;
      }
    }
    return statuses;
  }
}
