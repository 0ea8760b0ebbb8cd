import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Product } from '../../lambda/orders/catalogue.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** The articles of a shop that sells to try things out. */
const ARTICLES: Product[] = [
  { sku: 'ESPRESSO-CUP', name: 'Espresso cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' },
  { sku: 'MOKA-POT-6', name: 'Moka pot for six', warehouse: 'south', unitPrice: 3_990, currency: 'EUR' },
  { sku: 'ESPRESSO-MACHINE', name: 'Espresso machine', warehouse: 'north', unitPrice: 149_900, currency: 'EUR' },
];
const STOCK = 1_000;

/** How much of an article there is, by where it is. */
export interface StockCount {
  readonly sku: string;
  readonly available: number;
  readonly reserved: number;
  readonly shipped: number;
}

/** The articles of a deployed stage. */
export class Articles {
  readonly #client: DynamoDBDocumentClient;
  readonly #outputs: StackOutputs;

  constructor(outputs: StackOutputs, region: string) {
    this.#client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
    this.#outputs = outputs;
  }

  /** Puts the articles on sale at today's prices, and stocks those that have no stock yet; answers with what is sold. */
  async seed(): Promise<string[]> {
    await Promise.all(ARTICLES.map((article) => this.put(article, STOCK)));
    return ARTICLES.map((article) => article.sku);
  }

  /** Puts an article on sale; its stock stays as it is, if it has any. */
  async put(article: Product, available: number): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#outputs.get('ProductsTable'), Item: article }));
    const stock = new PutCommand({
      TableName: this.#outputs.get('StockTable'),
      Item: { sku: article.sku, available, reserved: 0, shipped: 0 },
      ConditionExpression: 'attribute_not_exists(sku)',
    });
    await this.#client.send(stock).catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  }

  /** How much of each article there is. */
  async stock(): Promise<StockCount[]> {
    const table = this.#outputs.get('StockTable');
    const Keys = ARTICLES.map(({ sku }) => ({ sku }));
    const answer = await this.#client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys } } }));
    const counts = (answer.Responses?.[table] ?? []) as StockCount[];
    return counts.sort((left, right) => left.sku.localeCompare(right.sku));
  }
}
