import { ApiClient } from '../../client/api-client.ts';
import { Customer } from '../../client/customer.ts';
import { Shop } from '../../client/shop.ts';
import { type StackOutputs, stackOutputs } from '../../client/stack-outputs.ts';
import { local } from '../../lib/stages/local.ts';
import { Articles } from '../../ops/seed/articles.ts';

/** The emulator needs seconds where AWS takes minutes; shorter than a test may take, so that it says what it waited for. */
export const PATIENCE = { timeoutMs: 20_000, intervalMs: 100 };

/** The stage under test, stocked. */
export interface Deployed {
  readonly outputs: StackOutputs;
  /** A customer, to the API. */
  readonly api: ApiClient;
  /** An operator, to the API. */
  readonly operator: ApiClient;
  readonly shop: Shop;
  readonly articles: Articles;
}

/** Finds the stage that the set-up deployed. */
export async function deployed(): Promise<Deployed> {
  const outputs = await stackOutputs(local);
  const articles = new Articles(outputs, local.region);
  await articles.seed();
  const operator = new ApiClient(outputs.get('ApiUrl'), local.region);
  const api = operator.as(new Customer(local, outputs).credentials);
  return { outputs, api, operator, articles, shop: new Shop(api, operator, PATIENCE) };
}
