import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { OrderCustomers } from './set-aside-changes.ts';

/** The customers of orders in DynamoDB. */
export class DynamoOrderCustomers implements OrderCustomers {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async customerOf(orderId: string): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: { orderId },
        ConsistentRead: true,
        ProjectionExpression: 'customerId',
      }),
    );
    return Item?.customerId;
  }
}
