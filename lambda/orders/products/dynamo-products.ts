import { type DynamoDBDocumentClient, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../platform/document-client.ts';
import { type Page, pageOf } from '../../platform/page.ts';
import type { Settings } from '../../platform/settings.ts';
import { type Product, productOfItem } from './product.ts';
import type { Products } from './products.ts';

/** Products in DynamoDB. */
export class DynamoProducts implements Products {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(sku: string): Promise<Product | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: { sku }, ConsistentRead: true }),
    );
    return Item && productOfItem(Item);
  }

  async page(limit: number, after?: string): Promise<Page<Product>> {
    const { Items } = await this.#client.send(
      new ScanCommand({
        TableName: this.#table,
        Limit: limit + 1,
        // API Gateway caches the response: it must not be older than the change that flushed the cache.
        ConsistentRead: true,
        ...(after && { ExclusiveStartKey: { sku: after } }),
      }),
    );
    return pageOf((Items ?? []).map(productOfItem), limit, ({ sku }) => sku);
  }
}

/** The products that a function's settings name. */
export function products({ PRODUCTS_TABLE }: Settings<'PRODUCTS_TABLE'>): DynamoProducts {
  return new DynamoProducts(documentClient(), PRODUCTS_TABLE);
}
