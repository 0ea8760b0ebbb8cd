import {
  type Payment,
  PaymentOutcomeUnknown,
  PaymentRefused,
} from '../../lambda/payments/provider/payment-provider.ts';
import { type HttpRequest, type HttpResponse, response, textOf } from '../aws/http.ts';
import type { Service, ServiceRequest } from '../aws/service.ts';
import type { InMemoryPayments } from './in-memory-payments.ts';

const JSON_TYPE = 'application/json';

/** A question to the provider, by the route that asks it. */
interface Question {
  readonly name: 'charge' | 'find' | 'void' | 'refund';
  readonly ask: (
    payments: InMemoryPayments,
    body: { amount: number; currency: string; token: string },
  ) => Promise<Payment | undefined>;
}

/** The payment provider in memory, behind the protocol that `sandbox-routes.ts` lists. */
export class PaymentsService implements Service {
  readonly #payments: InMemoryPayments;
  readonly #credential: string;

  constructor(payments: InMemoryPayments, credential: string) {
    this.#payments = payments;
    this.#credential = credential;
  }

  receive(request: HttpRequest): ServiceRequest {
    const { name, ask } = questionIn(request);
    return {
      name: `payments.${name}`,
      perform: async () => {
        if (request.headers.authorization !== `Bearer ${this.#credential}`) return problem(401);
        return answer(ask(this.#payments, JSON.parse(textOf(request) || '{}')));
      },
      fail: ({ status }) => problem(status),
    };
  }
}

function questionIn({ method, path }: HttpRequest): Question {
  const [, , key = '', change, refundKey = ''] = path.split('/').map(decodeURIComponent);
  switch (`${method} ${change ?? ''}`) {
    case 'PUT ':
      return { name: 'charge', ask: (payments, body) => payments.charge({ key, ...body }) };
    case 'GET ':
      return { name: 'find', ask: (payments) => payments.find(key) };
    case 'POST void':
      return { name: 'void', ask: (payments) => payments.void(key) };
    case 'PUT refund':
      return { name: 'refund', ask: (payments, { amount }) => payments.refund(key, refundKey, amount) };
    default:
      throw new Error(`the provider has no route ${method} ${path}`);
  }
}

async function answer(payment: Promise<Payment | undefined>): Promise<HttpResponse> {
  try {
    const found = await payment;
    return found ? response(200, JSON_TYPE, JSON.stringify(found)) : problem(404);
  } catch (error) {
    if (error instanceof PaymentRefused) return problem(409);
    if (!(error instanceof PaymentOutcomeUnknown)) throw error;
    return error.message.endsWith('no answer in time') ? new Promise(() => {}) : problem(500);
  }
}

function problem(status: number): HttpResponse {
  return response(status, 'application/problem+json', JSON.stringify({ status }));
}
