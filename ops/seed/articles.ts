import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { StackOutputs } from '../../client/stack-outputs.ts';
import { DynamoProductChanges } from '../../lambda/orders/products/dynamo-product-changes.ts';
import type { Article } from '../../lambda/orders/products/product.ts';
import type { StockCount } from '../../lambda/orders/products/products.ts';
import { batchGet } from '../../lambda/platform/batch-get.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';

/** Articles for trying the platform out. */
const ARTICLES: Article[] = [
  { sku: 'ESPRESSO-CUP', name: 'Espresso cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' },
  { sku: 'MOKA-POT-6', name: 'Moka pot for six', warehouse: 'south', unitPrice: 3_990, currency: 'EUR' },
  { sku: 'ESPRESSO-MACHINE', name: 'Espresso machine', warehouse: 'north', unitPrice: 149_900, currency: 'EUR' },
];
const STOCK = 1_000;

/** The articles of a deployed stage. */
export class Articles {
  readonly #client: DynamoDBDocumentClient;
  readonly #outputs: StackOutputs;
  readonly #stage: StageConfig;

  constructor(outputs: StackOutputs, stage: StageConfig) {
    this.#client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: stage.region }));
    this.#stage = stage;
    this.#outputs = outputs;
  }

  /** Puts the articles on sale, adds stock to those that have none, and returns their SKUs. */
  async seed(): Promise<string[]> {
    await Promise.all(ARTICLES.map((article) => this.put(article, STOCK)));
    return ARTICLES.map((article) => article.sku);
  }

  /** Puts an article on sale. Existing stock is left unchanged. */
  async put(article: Article, available: number): Promise<void> {
    const tables = {
      products: this.#outputs.get('ProductsTable'),
      stock: this.#outputs.get('StockTable'),
      decisions: { name: this.#outputs.get('DecisionsTable'), years: this.#stage.retention.decisionYears },
    };
    await new DynamoProductChanges(this.#client, tables).put(article, 'npm run seed', available);
  }

  /** Returns the stock of each article. */
  async stock(): Promise<StockCount[]> {
    const table = this.#outputs.get('StockTable');
    const keys = ARTICLES.map(({ sku }) => ({ sku }));
    const counts = (await batchGet(this.#client, { table, keys })) as unknown as StockCount[];
    return counts.sort((left, right) => left.sku.localeCompare(right.sku));
  }
}
