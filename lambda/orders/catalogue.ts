import { BatchGetCommand, type BatchGetCommandOutput, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { sku } from './order.ts';

const product = z.strictObject({
  sku,
  name: z.string().min(1),
  /** Where it is shipped from. */
  warehouse: z.string().min(1),
  /** The price of one, in minor units of the currency. */
  unitPrice: z.int().nonnegative(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
});

/** An article that can be ordered, at its price of today. */
export type Product = z.infer<typeof product>;

/** Where products and their prices are looked up. */
export interface Catalogue {
  /** The products among these articles, by article; an article that is not sold is missing. */
  find(skus: readonly string[]): Promise<Map<string, Product>>;
}

/** The products table. */
export class DynamoCatalogue implements Catalogue {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(skus: readonly string[]): Promise<Map<string, Product>> {
    const products = new Map<string, Product>();
    let keys: Record<string, unknown>[] | undefined = skus.map((each) => ({ sku: each }));
    while (keys?.length) {
      const answer: BatchGetCommandOutput = await this.#client.send(
        new BatchGetCommand({ RequestItems: { [this.#table]: { Keys: keys } } }),
      );
      for (const item of answer.Responses?.[this.#table] ?? []) {
        const found = product.parse(item);
        products.set(found.sku, found);
      }
      keys = answer.UnprocessedKeys?.[this.#table]?.Keys;
    }
    return products;
  }
}
