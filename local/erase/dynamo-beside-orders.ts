import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { chargeKey } from '../../lambda/payments/payment-key.ts';
import type { CustomerApprovals, SandboxRecords } from './beside-orders.ts';
import type { Identity } from './place.ts';

/** The approvals in DynamoDB. */
export class DynamoCustomerApprovals implements CustomerApprovals {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async rename(orderId: string, { customerId, pseudonym }: Identity): Promise<boolean> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { orderId },
          UpdateExpression: 'SET decidedBy = :pseudonym',
          ConditionExpression: 'decidedBy = :customerId',
          ExpressionAttributeValues: { ':pseudonym': pseudonym, ':customerId': customerId },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

/** The table of the payment sandbox. */
export class DynamoSandboxRecords implements SandboxRecords {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async of(orderId: string): Promise<unknown[]> {
    const ids = ['payment', 'attempts'].map((kind) => `${kind}#${chargeKey(orderId)}`);
    const answers = await Promise.all(
      ids.map((id) => this.#client.send(new GetCommand({ TableName: this.#table, Key: { id }, ConsistentRead: true }))),
    );
    return answers.flatMap(({ Item }) => (Item ? [Item] : []));
  }
}
