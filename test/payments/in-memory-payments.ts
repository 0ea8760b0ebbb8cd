import {
  type ChargeRequest,
  type Payment,
  PaymentOutcomeUnknown,
  type PaymentProvider,
  PaymentRefused,
} from '../../lambda/payments/provider/payment-provider.ts';
import { PaymentConflict, PaymentSandbox, SandboxFailure } from '../../lambda/payments/sandbox/payment-sandbox.ts';
import type { Ledger, SandboxPayment } from '../../lambda/payments/sandbox/sandbox-payment.ts';
import { InMemorySandboxStore } from './in-memory-sandbox-store.ts';

/** The time-out of the client. */
class TimedOut extends Error {}

/** The sandbox without a network: the token alone decides what it charges, declines and fails. */
export class InMemoryPayments implements PaymentProvider {
  readonly #sandbox = new PaymentSandbox({
    store: new InMemorySandboxStore(),
    now: () => new Date('2026-01-01T12:00:00Z'),
    outlastClient: async () => {
      throw new TimedOut('no answer in time');
    },
  });

  charge(request: ChargeRequest): Promise<Payment> {
    return this.#answer(`charge ${request.key}`, this.#sandbox.charge(request));
  }

  async find(key: string): Promise<Payment | undefined> {
    const payment = await this.#sandbox.find(key);
    return payment && shown(payment);
  }

  void(key: string): Promise<Payment> {
    return this.#answer(`void ${key}`, this.#sandbox.void(key));
  }

  refund(key: string, refundKey: string, amount: number): Promise<Payment> {
    return this.#answer(`refund ${key}`, this.#sandbox.refund(key, refundKey, amount));
  }

  /** Returns the movements of money of an order, and their sum. */
  ledger(orderId: string): Promise<Ledger> {
    return this.#sandbox.ledger(orderId);
  }

  async #answer(asked: string, answer: Promise<SandboxPayment>): Promise<Payment> {
    try {
      return shown(await answer);
    } catch (error) {
      if (error instanceof PaymentConflict) throw new PaymentRefused(asked, error.message);
      if (error instanceof SandboxFailure || error instanceof TimedOut) {
        throw new PaymentOutcomeUnknown(asked, error.message);
      }
      throw error;
    }
  }
}

function shown({ key, status, amount, currency }: SandboxPayment): Payment {
  return { key, status, amount, currency };
}
