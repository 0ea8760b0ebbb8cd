import { DeleteCommand, type DynamoDBDocumentClient, paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { CustomerItems } from './deleted-items.ts';

/** A table whose partition key is the customer id. */
export interface PartitionedTable {
  readonly table: string;
  /** The name of the sort key. */
  readonly sortKey: string;
}

/** Items of customers in a table whose partition key is the customer id. */
export class DynamoPartition implements CustomerItems {
  readonly #client: DynamoDBDocumentClient;
  readonly #props: PartitionedTable;

  constructor(client: DynamoDBDocumentClient, props: PartitionedTable) {
    this.#client = client;
    this.#props = props;
  }

  async delete(customerId: string): Promise<number> {
    const { table, sortKey } = this.#props;
    const query = {
      TableName: table,
      KeyConditionExpression: 'customerId = :customerId',
      ExpressionAttributeValues: { ':customerId': customerId },
      ConsistentRead: true,
    };
    let deleted = 0;
    for await (const { Items = [] } of paginateQuery({ client: this.#client }, query)) {
      for (const item of Items) {
        const Key = { customerId, [sortKey]: item[sortKey] };
        await this.#client.send(new DeleteCommand({ TableName: table, Key }));
        deleted++;
      }
    }
    return deleted;
  }
}

/** Idempotency keys in DynamoDB. Scans the table: no index has the customer. */
export class DynamoIdempotencyKeys implements CustomerItems {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async delete(customerId: string): Promise<number> {
    const scan = {
      TableName: this.#table,
      FilterExpression: 'begins_with(idempotencyKey, :caller)',
      ProjectionExpression: 'idempotencyKey',
      ExpressionAttributeValues: { ':caller': `${customerId}#` },
      ConsistentRead: true,
    };
    let deleted = 0;
    for await (const { Items = [] } of paginateScan({ client: this.#client }, scan)) {
      for (const { idempotencyKey } of Items) {
        await this.#client.send(new DeleteCommand({ TableName: this.#table, Key: { idempotencyKey } }));
        deleted++;
      }
    }
    return deleted;
  }
}
