import { type DynamoDBDocumentClient, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CustomerApprovals } from './customer-approvals.ts';
import type { Identity } from './erasure-target.ts';

/** Approvals in DynamoDB. Scans the table: no index has the customer. */
export class DynamoCustomerApprovals implements CustomerApprovals {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async endedBy(customerId: string): Promise<string[]> {
    const scan = {
      TableName: this.#table,
      FilterExpression: 'decidedBy = :customerId',
      ProjectionExpression: 'orderId',
      ExpressionAttributeValues: { ':customerId': customerId },
      ConsistentRead: true,
    };
    const ended: string[] = [];
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan)) {
      ended.push(...Items.map(({ orderId }) => orderId as string));
    }
    return ended;
  }

  async rename(orderId: string, { customerId, pseudonym }: Identity): Promise<void> {
    await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { orderId },
        UpdateExpression: 'SET decidedBy = :pseudonym',
        ConditionExpression: 'decidedBy = :customerId',
        ExpressionAttributeValues: { ':pseudonym': pseudonym, ':customerId': customerId },
      }),
    );
  }
}
