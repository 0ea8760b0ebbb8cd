import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Customer } from '../../client/customer.ts';
import { type StackOutputs, stackOutputs } from '../../client/stack-outputs.ts';
import { local } from '../../lib/stages/local.ts';
import type { LocalPlatform } from '../../local/platform/local-platform.ts';
import { apiAddresses } from '../../local/platform/stack-addresses.ts';
import { Articles } from '../../ops/seed/articles.ts';
import { DynamoOrderStatuses } from './dynamo-order-statuses.ts';

const ARTICLE = { sku: 'LOAD-CUP', name: 'Espresso cup', warehouse: 'north', unitPrice: 1_250, currency: 'EUR' };
const STOCK = 10_000_000;

/** The body of a request that places an order. */
export const ORDER = JSON.stringify({ lines: [{ sku: ARTICLE.sku, quantity: 2 }], paymentToken: 'tok_visa' });

/** A shop with enough stock for a load test, and a customer who is signed in. */
export interface StockedShop {
  readonly outputs: StackOutputs;
  /** The address that takes orders. */
  readonly orders: string;
  /** The customer's access token. */
  readonly token: string;
  readonly statuses: DynamoOrderStatuses;
}

/** Stocks the shop of a running local platform and signs a customer in. */
export async function stockShop(platform: LocalPlatform): Promise<StockedShop> {
  const outputs = await stackOutputs(local);
  await new Articles(outputs, local).put(ARTICLE, STOCK);
  const { accessToken } = await new Customer(local, outputs, 'load@example.com').tokens();
  const [api = ''] = apiAddresses({ api: { ApiUrl: outputs.get('ApiUrl') } }, platform.endpoint);
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: local.region }));
  const statuses = new DynamoOrderStatuses(client, outputs.get('OrdersTable'));
  return { outputs, orders: `${api}orders`, token: accessToken, statuses };
}
