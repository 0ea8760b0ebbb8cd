import { HttpPaymentProvider } from '../../lambda/payments/provider/http-payment-provider.ts';
import type { PaymentCredential } from '../../lambda/payments/provider/payment-credential.ts';
import type { RequestTimeouts } from '../../lambda/payments/provider/send-json.ts';
import type { Ledger } from '../../lambda/payments/sandbox/sandbox-payment.ts';
import type { PaymentsUnderTest } from './payment-provider-contract.ts';

/** The sandbox at a URL, called with the client of the platform, and its ledger. */
export class PaymentsOverHttp extends HttpPaymentProvider implements PaymentsUnderTest {
  readonly #url: string;
  readonly #credential: PaymentCredential;

  constructor(url: string, credential: PaymentCredential, timeouts: RequestTimeouts) {
    super({ url, credential, timeouts });
    this.#url = url;
    this.#credential = credential;
  }

  async ledger(orderId: string): Promise<Ledger> {
    const headers = { authorization: `Bearer ${await this.#credential.refresh()}` };
    return (await fetch(`${this.#url}/ledger?order=${orderId}`, { headers })).json() as Promise<Ledger>;
  }
}

/** A credential that is never rotated. */
export function fixedCredential(credential: string): PaymentCredential {
  return { get: async () => credential, refresh: async () => credential };
}
