import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Partner, type Partners, partner, type Revocations } from './partners.ts';

/** The partners in DynamoDB. */
export class DynamoPartners implements Partners {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(subject: string): Promise<Partner | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { subject }, ConsistentRead: true }),
    );
    return Item && partner.parse(Item);
  }
}

/** The revoked tokens in DynamoDB. */
export class DynamoRevocations implements Revocations {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async includes(tokenId: string): Promise<boolean> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { tokenId }, ConsistentRead: true }),
    );
    return Item !== undefined;
  }
}
