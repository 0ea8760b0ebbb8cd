import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Notice } from './notice.ts';

/** The inboxes of customers in DynamoDB. */
export class DynamoNotices {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #keptSeconds: number;

  constructor(client: DynamoDBDocumentClient, { table, keptDays }: { table: string; keptDays: number }) {
    this.#client = client;
    this.#table = table;
    this.#keptSeconds = keptDays * 86_400;
  }

  /** Writes a notice. Its key comes from the event: writing it a second time changes nothing. */
  async put(notice: Notice): Promise<void> {
    const expiresAt = Math.floor(Date.parse(notice.createdAt) / 1_000) + this.#keptSeconds;
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: { ...notice, expiresAt } }));
  }
}
