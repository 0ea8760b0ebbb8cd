import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type Page, pageOf } from '../../platform/page.ts';
import type { OrderSummary } from '../contract/order-summary.ts';
import { CUSTOMERS_INDEX } from '../store/order-item.ts';
import { summaryOfItem } from './listed-order.ts';
import type { OrderHistory } from './order-history.ts';

/** Order history in DynamoDB, by an index that is eventually consistent with the table. */
export class DynamoOrderHistory implements OrderHistory {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async page(customerId: string, limit: number, after?: string): Promise<Page<OrderSummary>> {
    const { Items } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: CUSTOMERS_INDEX,
        KeyConditionExpression: 'customerId = :customerId',
        ExpressionAttributeValues: { ':customerId': customerId },
        ScanIndexForward: false,
        Limit: limit + 1,
        ...(after && { ExclusiveStartKey: { customerId, orderId: after } }),
      }),
    );
    return pageOf((Items ?? []).map(summaryOfItem), limit, ({ orderId }) => orderId);
  }
}
