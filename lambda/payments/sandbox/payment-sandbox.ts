import { chargeKey } from '../provider/payment-key.ts';
import { BLOCKED, type ChargeRequest } from '../provider/payment-provider.ts';
import type { Ledger, LedgerEntry, SandboxPayment, SandboxStore } from './sandbox-payment.ts';

/** The tokens that are charged, some of them with simulated failures; every other token is declined. */
const CHARGEABLE = ['tok_visa', 'tok_timeout', 'tok_lost', 'tok_unavailable', 'tok_twice'];
/** The number of failures of `tok_unavailable` before it is charged. */
const UNAVAILABLE_ATTEMPTS = 2;
/** The number of attempts of a change that conflicts with other changes of the payment. */
const MAX_ATTEMPTS = 5;

/** The request contradicts an earlier one with the same key. */
export class PaymentConflict extends Error {
  override readonly name = 'PaymentConflict';
}

/** A failure that the token requests. */
export class SandboxFailure extends Error {
  override readonly name = 'SandboxFailure';
}

/** Ports of the sandbox. */
export interface SandboxPorts {
  readonly store: SandboxStore;
  readonly now: () => Date;
  /** Waits longer than the time-out of the client. */
  readonly outlastClient: () => Promise<unknown>;
}

/** A simulated payment provider: the token decides if it declines, fails or responds late. */
export class PaymentSandbox {
  readonly #ports: SandboxPorts;

  constructor(ports: SandboxPorts) {
    this.#ports = ports;
  }

  async charge(request: ChargeRequest): Promise<SandboxPayment> {
    const { key, amount, currency, token } = request;
    const { store } = this.#ports;
    const before = await store.find(key);
    if (before) return repeated(before, request);

    if (token === 'tok_unavailable' && (await store.countAttempt(key)) <= UNAVAILABLE_ATTEMPTS) {
      throw new SandboxFailure('unavailable, as the token requests: nothing was charged');
    }
    const charged = CHARGEABLE.includes(token);
    const payment = await this.#keep(key, (found) =>
      found
        ? repeated(found, request)
        : {
            ...{ key, amount, currency, version: 1 },
            status: charged ? 'CHARGED' : 'DECLINED',
            entries: charged ? [this.#entry(key, 'CHARGE', amount, currency)] : [],
          },
    );
    if (token === 'tok_lost') throw new SandboxFailure('the response was lost, as the token requests');
    if (token === 'tok_timeout') await this.#ports.outlastClient();
    // Simulates a request that the network delivers twice.
    return token === 'tok_twice' ? this.charge(request) : payment;
  }

  find(key: string): Promise<SandboxPayment | undefined> {
    return this.#ports.store.find(key);
  }

  void(key: string): Promise<SandboxPayment> {
    return this.#keep(key, (before) => {
      if (!before) return { key, ...BLOCKED, version: 1, entries: [] };
      if (before.status === 'VOIDED') return before;
      if (before.status === 'REFUNDED') throw new PaymentConflict(`payment ${key} was refunded`);
      const back = before.status === 'CHARGED' ? [this.#entry(key, 'VOID', -before.amount, before.currency)] : [];
      return changed(before, 'VOIDED', back);
    });
  }

  refund(key: string, refundKey: string, amount: number): Promise<SandboxPayment> {
    return this.#keep(key, (before) => {
      const done = before?.entries.find((entry) => entry.kind === 'REFUND');
      if (before && done?.key === refundKey && done.amount === -amount) return before;
      if (before?.status !== 'CHARGED' || amount > before.amount) {
        throw new PaymentConflict(`payment ${key} is ${before?.status ?? 'unknown'}: ${amount} cannot be refunded`);
      }
      return changed(before, 'REFUNDED', [this.#entry(refundKey, 'REFUND', -amount, before.currency)]);
    });
  }

  async ledger(orderId: string): Promise<Ledger> {
    const entries = (await this.find(chargeKey(orderId)))?.entries ?? [];
    return { entries, balance: entries.reduce((sum, entry) => sum + entry.amount, 0) };
  }

  /** Decides on a payment and stores the decision; decides again if another change was first. */
  async #keep(key: string, decide: (before: SandboxPayment | undefined) => SandboxPayment): Promise<SandboxPayment> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.#ports.store.find(key);
      const after = decide(before);
      if (after === before || (await this.#ports.store.save(after))) return after;
    }
    throw new SandboxFailure(`payment ${key} is changed by too many requests at once`);
  }

  #entry(key: string, kind: LedgerEntry['kind'], amount: number, currency: string): LedgerEntry {
    return { key, kind, amount, currency, at: this.#ports.now().toISOString() };
  }
}

function repeated(before: SandboxPayment, { amount, currency }: ChargeRequest): SandboxPayment {
  if (before.status !== 'VOIDED' && (before.amount !== amount || before.currency !== currency)) {
    throw new PaymentConflict(`payment ${before.key} is of ${before.amount} ${before.currency}`);
  }
  return before;
}

function changed(before: SandboxPayment, status: SandboxPayment['status'], entries: LedgerEntry[]): SandboxPayment {
  return { ...before, status, version: before.version + 1, entries: [...before.entries, ...entries] };
}
