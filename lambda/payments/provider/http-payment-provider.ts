import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import * as z from 'zod';
import { type PaymentCredential, SecretPaymentCredential } from './payment-credential.ts';
import {
  type ChargeRequest,
  type Payment,
  PaymentContradiction,
  PaymentCredentialRefused,
  PaymentOutcomeUnknown,
  type PaymentProvider,
  type PaymentProviderSettings,
  PaymentRefused,
} from './payment-provider.ts';
import { type JsonRequest, type JsonResponse, type RequestTimeouts, requestTimeouts, sendJson } from './send-json.ts';

const payment = z.object({
  key: z.string(),
  status: z.enum(['CHARGED', 'DECLINED', 'VOIDED', 'REFUNDED']),
  amount: z.int().nonnegative(),
  currency: z.string().length(3),
});

/** Options of an `HttpPaymentProvider`. */
export interface HttpPaymentProviderOptions {
  /** The base URL. */
  readonly url: string;
  readonly credential: PaymentCredential;
  readonly timeouts: RequestTimeouts;
}

/** A request to the provider; the credential is sent in a header and appears in no log and no error. */
type Question = Pick<JsonRequest, 'method' | 'body'> & {
  readonly path: string;
  /** True for a charge: only a charge can be declined. */
  readonly charges?: boolean;
};

/** The payment provider over HTTPS; `sandbox-routes.ts` lists the routes of its protocol. */
export class HttpPaymentProvider implements PaymentProvider {
  readonly #options: HttpPaymentProviderOptions;

  constructor(options: HttpPaymentProviderOptions) {
    this.#options = options;
  }

  charge({ key, ...body }: ChargeRequest): Promise<Payment> {
    return this.#payment({ method: 'PUT', path: pathOf(key), body, charges: true });
  }

  async find(key: string): Promise<Payment | undefined> {
    const question: Question = { method: 'GET', path: pathOf(key) };
    const response = await this.#ask(question);
    return response.status === 404 ? undefined : paymentIn(response, question);
  }

  void(key: string): Promise<Payment> {
    return this.#payment({ method: 'POST', path: `${pathOf(key)}/void` });
  }

  refund(key: string, refundKey: string, amount: number): Promise<Payment> {
    return this.#payment({
      method: 'PUT',
      path: `${pathOf(key)}/refund/${encodeURIComponent(refundKey)}`,
      body: { amount },
    });
  }

  async #payment(question: Question): Promise<Payment> {
    return paymentIn(await this.#ask(question), question);
  }

  async #ask(question: Question): Promise<JsonResponse> {
    const { credential } = this.#options;
    const first = await this.#send(question, await credential.get());
    if (first.status !== 401) return first;

    const second = await this.#send(question, await credential.refresh());
    if (second.status === 401) throw new PaymentCredentialRefused();
    return second;
  }

  async #send({ method, path, body }: Question, credential: string): Promise<JsonResponse> {
    const { url, timeouts } = this.#options;
    const headers = { authorization: `Bearer ${credential}` };
    try {
      return await sendJson({ method, url: new URL(`${url.replace(/\/$/, '')}${path}`), headers, body }, timeouts);
    } catch (error) {
      throw new PaymentOutcomeUnknown(`${method} ${path}`, (error as Error).message, { cause: error });
    }
  }
}

function pathOf(key: string): string {
  return `/payments/${encodeURIComponent(key)}`;
}

/** Reads the payment from a response; providers respond to a declined charge with 200 or with 402. */
function paymentIn({ status, body }: JsonResponse, { method, path, charges }: Question): Payment {
  const asked = `${method} ${path}`;
  if (status >= 500 || status === 408 || status === 429) throw new PaymentOutcomeUnknown(asked, `it answers ${status}`);
  if (status !== 200 && !(status === 402 && charges)) throw new PaymentRefused(asked, `it answers ${status}`);
  const result = payment.safeParse(body);
  if (!result.success) throw new PaymentOutcomeUnknown(asked, `it answers ${status} without a payment`);
  if (status === 402 && result.data.status !== 'DECLINED') throw new PaymentContradiction(asked, result.data, ' 402');
  return result.data;
}

/** The payment provider that a function's settings name. */
export function paymentProvider(settings: PaymentProviderSettings): HttpPaymentProvider {
  return new HttpPaymentProvider({
    url: settings.PAYMENT_PROVIDER_URL,
    credential: new SecretPaymentCredential(new SecretsProvider(), settings.PAYMENT_CREDENTIAL_SECRET),
    timeouts: requestTimeouts(settings),
  });
}
