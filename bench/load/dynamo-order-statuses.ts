import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { batchGet } from '../../lambda/platform/batch-get.ts';
import type { OrderStatuses } from './settlement.ts';

/** The orders table. */
export class DynamoOrderStatuses implements OrderStatuses {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async of(orderIds: readonly string[]): Promise<Map<string, OrderStatus>> {
    const keys = orderIds.map((orderId) => ({ orderId }));
    const items = await batchGet(this.#client, { table: this.#table, keys, consistent: true });
    return new Map(items.map(({ orderId, status }) => [orderId as string, status as OrderStatus]));
  }
}
