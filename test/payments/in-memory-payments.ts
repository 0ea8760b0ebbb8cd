import {
  BLOCKED,
  type ChargeRequest,
  type Payment,
  PaymentOutcomeUnknown,
  type PaymentProvider,
  PaymentRefused,
} from '../../lambda/payments/provider/payment-provider.ts';
import { PaymentConflict, PaymentSandbox, SandboxFailure } from '../../lambda/payments/sandbox/payment-sandbox.ts';
import type { Ledger, SandboxPayment } from '../../lambda/payments/sandbox/sandbox-payment.ts';
import { type WrongAnswer, wrongPayment } from './contradictions.ts';
import { InMemorySandboxStore } from './in-memory-sandbox-store.ts';

/** A question whose answer contradicted it. */
export interface ContradictedQuestion {
  readonly key: string;
  readonly question: 'charge' | 'find' | 'void' | 'refund';
}

/** The time-out of the client. */
class TimedOut extends Error {}

/** The sandbox without a network: the token decides what it charges, declines and fails; its answers can be wrong. */
export class InMemoryPayments implements PaymentProvider {
  /** The way in which the next answer is wrong. */
  wrong: WrongAnswer | undefined;
  /** The questions that were contradicted. */
  readonly contradicted: ContradictedQuestion[] = [];
  readonly #previous = new Map<string, Payment>();
  readonly #store = new InMemorySandboxStore();
  readonly #sandbox = new PaymentSandbox({
    store: this.#store,
    now: () => new Date('2026-01-01T12:00:00Z'),
    outlastClient: async () => {
      throw new TimedOut('no answer in time');
    },
  });

  charge(request: ChargeRequest): Promise<Payment> {
    return this.#answer('charge', request.key, () => this.#sandbox.charge(request)) as Promise<Payment>;
  }

  find(key: string): Promise<Payment | undefined> {
    return this.#answer('find', key, () => this.#sandbox.find(key));
  }

  void(key: string): Promise<Payment> {
    return this.#answer('void', key, () => this.#sandbox.void(key)) as Promise<Payment>;
  }

  refund(key: string, refundKey: string, amount: number): Promise<Payment> {
    return this.#answer('refund', key, () => this.#sandbox.refund(key, refundKey, amount)) as Promise<Payment>;
  }

  /** Returns the movements of money of an order, and their sum. */
  ledger(orderId: string): Promise<Ledger> {
    return this.#sandbox.ledger(orderId);
  }

  snapshot(): ReadonlyMap<string, SandboxPayment> {
    return this.#store.snapshot();
  }

  /** Returns to the payments of an earlier moment. */
  restore(payments: ReadonlyMap<string, SandboxPayment>): void {
    this.#store.restore(payments);
  }

  async #answer(
    question: ContradictedQuestion['question'],
    key: string,
    effect: () => Promise<SandboxPayment | undefined>,
  ): Promise<Payment | undefined> {
    const { wrong } = this;
    this.wrong = undefined;
    if (wrong === 'forgotten key' && question !== 'charge') return this.#forgotten(question, key);

    const payment = await this.#right(`${question} ${key}`, effect);
    if (!payment) return undefined;
    const previous = this.#previous.get(key) ?? payment;
    this.#previous.set(key, payment);
    if (!wrong || wrong === 'forgotten key') return payment;
    const answer = wrongPayment(wrong, payment, previous);
    if (answer.status !== payment.status || wrong !== 'previous answer') this.contradicted.push({ key, question });
    return answer;
  }

  async #right(asked: string, effect: () => Promise<SandboxPayment | undefined>): Promise<Payment | undefined> {
    try {
      const payment = await effect();
      return payment && shown(payment);
    } catch (error) {
      if (error instanceof PaymentConflict) throw new PaymentRefused(asked, error.message);
      if (error instanceof SandboxFailure || error instanceof TimedOut) {
        throw new PaymentOutcomeUnknown(asked, error.message);
      }
      throw error;
    }
  }

  /** Answers as for a key that was never charged, and moves no money. */
  #forgotten(question: ContradictedQuestion['question'], key: string): Payment | undefined {
    if (question === 'find') return undefined;
    if (question === 'refund') throw new PaymentRefused(`refund ${key}`, 'there is no such payment');
    this.contradicted.push({ key, question });
    return { key, ...BLOCKED };
  }
}

function shown({ key, status, amount, currency }: SandboxPayment): Payment {
  return { key, status, amount, currency };
}
