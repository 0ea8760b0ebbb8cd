import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import type { SandboxRecords } from './sandbox-records.ts';

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
