import { ApiClient } from '../../client/api-client.ts';
import { Customer } from '../../client/customer.ts';
import { DemoOperator } from '../../client/demo-operator.ts';
import { PaymentLedger } from '../../client/payment-ledger.ts';
import { Shop } from '../../client/shop.ts';
import { type StackOutputs, stackOutputs } from '../../client/stack-outputs.ts';
import { local } from '../../lib/stages/local.ts';
import { Articles } from '../../ops/seed/articles.ts';

/** Maximum wait in the emulator. It is shorter than the time-out of a test, so that the error names the awaited condition. */
export const PATIENCE = { timeoutMs: 20_000, intervalMs: 100 };

/** The deployed stage, with articles in stock. */
export interface Deployed {
  readonly outputs: StackOutputs;
  /** A customer as a caller of the API. */
  readonly api: ApiClient;
  /** An operator with both duties as a caller of the API. */
  readonly operator: ApiClient;
  readonly shop: Shop;
  readonly articles: Articles;
  /** The payments, as the sandbox recorded them. */
  readonly ledger: PaymentLedger;
}

/** Returns the stage that the set-up deployed. */
export async function deployed(): Promise<Deployed> {
  const outputs = await stackOutputs(local);
  const articles = new Articles(outputs, local);
  await articles.seed();
  const everything = await DemoOperator.of(local, outputs, ['PriceManagersPolicyArn', 'ApproversPolicyArn']);
  const operator = new ApiClient(outputs.get('ApiUrl'), local.region).as(everything.credentials);
  const api = operator.as(new Customer(local, outputs).credentials);
  const ledger = await PaymentLedger.of(local, outputs);
  return { outputs, api, operator, articles, ledger, shop: new Shop(api, operator, PATIENCE) };
}

/** Returns the charges, voids and refunds of an order, each with its amount. */
export async function paymentsOf({ ledger }: Deployed, orderId: string): Promise<[string, number][]> {
  return (await ledger.entriesOf(orderId)).map(({ kind, amount }) => [kind, amount]);
}
