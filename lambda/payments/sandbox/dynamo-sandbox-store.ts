import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conditionHolds } from '../../platform/conditional-update.ts';
import type { SandboxPayment, SandboxStore } from './sandbox-payment.ts';

const ledgerEntry = z.strictObject({
  key: z.string(),
  kind: z.enum(['CHARGE', 'VOID', 'REFUND']),
  amount: z.int(),
  currency: z.string(),
  at: z.string(),
});

const sandboxPayment = z.strictObject({
  key: z.string(),
  status: z.enum(['CHARGED', 'DECLINED', 'VOIDED', 'REFUNDED']),
  amount: z.int().nonnegative(),
  currency: z.string(),
  version: z.int().positive(),
  entries: z.array(ledgerEntry),
});

/** The data of the sandbox in one DynamoDB table; prefixes of the key separate payments from other items. */
export class DynamoSandboxStore implements SandboxStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(key: string): Promise<SandboxPayment | undefined> {
    const item = await this.#item(`payment#${key}`);
    return item && sandboxPayment.parse(item.payment);
  }

  async save(payment: SandboxPayment): Promise<boolean> {
    return conditionHolds(
      this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { id: `payment#${payment.key}`, payment },
          ...(payment.version === 1
            ? { ConditionExpression: 'attribute_not_exists(id)' }
            : {
                ConditionExpression: 'payment.version = :before',
                ExpressionAttributeValues: { ':before': payment.version - 1 },
              }),
        }),
      ),
    );
  }

  async countAttempt(key: string): Promise<number> {
    const { Attributes } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: { id: `attempts#${key}` },
        UpdateExpression: 'ADD attempts :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return z.int().parse(Attributes?.attempts);
  }

  async announcedCredential(): Promise<string | undefined> {
    const item = await this.#item('credential#announced');
    return item && z.string().parse(item.hash);
  }

  async announceCredential(hash: string): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: { id: 'credential#announced', hash } }));
  }

  async #item(id: string): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { id }, ConsistentRead: true }),
    );
    return Item;
  }
}
