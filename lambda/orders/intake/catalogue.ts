import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { batchGet } from '../../platform/batch-get.ts';
import { type Article, productOfItem } from '../products/product.ts';

/** The products and their prices. */
export interface Catalogue {
  /** Returns the products of these articles, by article; omits an article that is not sold. */
  find(skus: readonly string[]): Promise<Map<string, Article>>;
}

/** The catalogue in the products table. */
export class DynamoCatalogue implements Catalogue {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(skus: readonly string[]): Promise<Map<string, Article>> {
    const items = await batchGet(this.#client, { table: this.#table, keys: skus.map((sku) => ({ sku })) });
    return new Map(items.map(productOfItem).map((product) => [product.sku, product]));
  }
}
