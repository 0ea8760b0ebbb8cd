import { PaymentCredentialRefused } from '../provider/payment-provider.ts';
import { type RequestTimeouts, sendJson } from '../provider/send-json.ts';

/** The endpoint of the payment provider that manages the platform's credentials. */
export class CredentialAuthority {
  readonly #url: URL;
  readonly #timeouts: RequestTimeouts;

  constructor(providerUrl: string, timeouts: RequestTimeouts) {
    this.#url = new URL(`${providerUrl.replace(/\/$/, '')}/credential`);
    this.#timeouts = timeouts;
  }

  /** Returns true if the provider accepts this credential. */
  async accepts(credential: string): Promise<boolean> {
    const status = await this.#send('GET', credential);
    if (status === 401) return false;
    if (status === 204) return true;
    throw new Error(`GET ${this.#url.pathname} of the payment provider answers ${status}, expected 204 or 401`);
  }

  /** Registers the next credential, which the provider accepts from then on too; `credential` authorizes the call. */
  async announce(credential: string, next: string): Promise<void> {
    const status = await this.#send('PUT', credential, { credential: next });
    if (status === 401) throw new PaymentCredentialRefused();
    if (status !== 204) {
      throw new Error(`PUT ${this.#url.pathname} of the payment provider answers ${status}, expected 204`);
    }
  }

  async #send(method: 'GET' | 'PUT', credential: string, body?: unknown): Promise<number> {
    const headers = { authorization: `Bearer ${credential}` };
    return (await sendJson({ method, url: this.#url, headers, body }, this.#timeouts)).status;
  }
}
