import { local } from '../../lib/stages/local.ts';
import { ApiClient } from '../../local/demo/api-client.ts';
import { Articles } from '../../local/demo/articles.ts';
import { Customer } from '../../local/demo/customer.ts';
import { Shop } from '../../local/demo/shop.ts';
import { type StackOutputs, stackOutputs } from '../../local/demo/stack-outputs.ts';

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
