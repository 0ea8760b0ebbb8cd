import { ConditionalCheckFailedException, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Product } from '../../lambda/orders/catalogue.ts';
import type { StackOutputs } from './stack-outputs.ts';

/** The articles of a shop that sells to try things out. */
const ARTICLES: Product[] = [
  { sku: 'ESPRESSO-CUP', name: 'Espresso cup', unitPrice: 1_250, currency: 'EUR' },
  { sku: 'MOKA-POT-6', name: 'Moka pot for six', unitPrice: 3_990, currency: 'EUR' },
];
const STOCK = 1_000;

/** Puts articles on sale at today's prices, and stocks those that have no stock yet; answers with what is sold. */
export async function seedArticles(outputs: StackOutputs, region: string): Promise<string[]> {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));
  const stock = { available: STOCK, reserved: 0, shipped: 0 };

  await Promise.all(
    ARTICLES.flatMap((article) => [
      client.send(new PutCommand({ TableName: outputs.get('ProductsTable'), Item: article })),
      client
        .send(
          new PutCommand({
            TableName: outputs.get('StockTable'),
            Item: { sku: article.sku, ...stock },
            ConditionExpression: 'attribute_not_exists(sku)',
          }),
        )
        .catch((error: unknown) => {
          if (!(error instanceof ConditionalCheckFailedException)) throw error;
        }),
    ]),
  );
  return ARTICLES.map((article) => article.sku);
}
