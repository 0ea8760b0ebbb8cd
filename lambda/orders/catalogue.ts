import { BatchGetCommand, type BatchGetCommandOutput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Article, productOfItem } from './product.ts';

/** Where products and their prices are looked up. */
export interface Catalogue {
  /** The products among these articles, by article; an article that is not sold is missing. */
  find(skus: readonly string[]): Promise<Map<string, Article>>;
}

/** The products table. */
export class DynamoCatalogue implements Catalogue {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(skus: readonly string[]): Promise<Map<string, Article>> {
    const products = new Map<string, Article>();
    let keys: Record<string, unknown>[] | undefined = skus.map((each) => ({ sku: each }));
    while (keys?.length) {
      const answer: BatchGetCommandOutput = await this.#client.send(
        new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: keys } } }),
      );
      for (const item of answer.Responses?.[this.#table] ?? []) {
        const found = productOfItem(item);
        products.set(found.sku, found);
      }
      keys = answer.UnprocessedKeys?.[this.#table]?.Keys;
    }
    return products;
  }
}
