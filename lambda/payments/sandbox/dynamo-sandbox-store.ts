import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { conditionHolds } from '../../platform/conditional-update.ts';
import type { SandboxPayment, SandboxStore } from './sandbox-payment.ts';

// Loose: fields that this release does not know belong to another one, and stay in the item when it is rewritten.
const ledgerEntry = z.looseObject({
  key: z.string(),
  kind: z.enum(['CHARGE', 'VOID', 'REFUND']),
  amount: z.int(),
  currency: z.string(),
  at: z.string(),
});

const sandboxPayment = z.looseObject({
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
    if (!item) return undefined;
    const { data, error } = sandboxPayment.safeParse(item.payment);
    // Not the ZodError itself, which is the answer to an invalid request.
    if (error) throw new Error(`payment ${key} cannot be read`, { cause: error });
    return data;
  }

  async save(payment: SandboxPayment): Promise<boolean> {
    const before = payment.version - 1;
    return conditionHolds(
      this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: { id: `payment#${payment.key}` },
          UpdateExpression: 'SET payment = :payment',
          ConditionExpression: before === 0 ? 'attribute_not_exists(id)' : 'payment.version = :before',
          ExpressionAttributeValues: { ':payment': payment, ...(before > 0 && { ':before': before }) },
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
