import { chargeKey } from '../provider/payment-key.ts';
import type { ChargeRequest } from '../provider/payment-provider.ts';
import { BLOCKED, type Ledger, type LedgerEntry, type SandboxPayment, type SandboxStore } from './sandbox-payment.ts';

/** The tokens that are charged, some of them not without trouble; every other one is declined. */
const CHARGEABLE = ['tok_visa', 'tok_timeout', 'tok_lost', 'tok_unavailable', 'tok_twice'];
/** How often `tok_unavailable` fails before it is charged. */
const UNAVAILABLE_ATTEMPTS = 2;
/** How often a change is tried while others change the same payment. */
const MAX_ATTEMPTS = 5;

/** What was asked contradicts what was done under the key before. */
export class PaymentConflict extends Error {
  override readonly name = 'PaymentConflict';
}

/** The sandbox fails, as it was asked to by the token. */
export class SandboxFailure extends Error {
  override readonly name = 'SandboxFailure';
}

/** What the sandbox needs of the world. */
export interface SandboxPorts {
  readonly store: SandboxStore;
  readonly now: () => Date;
  /** Waits until the client has given up. */
  readonly outlastClient: () => Promise<unknown>;
}

/** A payment provider without money: declines, fails and answers late by the token it is given. */
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
      throw new SandboxFailure('unavailable, as asked: nothing was charged');
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
    if (token === 'tok_lost') throw new SandboxFailure('the answer was lost, as asked');
    if (token === 'tok_timeout') await this.#ports.outlastClient();
    // As if the request had been sent a second time on its way.
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
        throw new PaymentConflict(`payment ${key} is ${before?.status ?? 'not known'}: ${amount} cannot be refunded`);
      }
      return changed(before, 'REFUNDED', [this.#entry(refundKey, 'REFUND', -amount, before.currency)]);
    });
  }

  async ledger(orderId: string): Promise<Ledger> {
    const entries = (await this.find(chargeKey(orderId)))?.entries ?? [];
    return { entries, balance: entries.reduce((sum, entry) => sum + entry.amount, 0) };
  }

  /** Decides on a payment and keeps the decision, anew where another came first. */
  async #keep(key: string, decide: (before: SandboxPayment | undefined) => SandboxPayment): Promise<SandboxPayment> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const before = await this.#ports.store.find(key);
      const after = decide(before);
      if (after === before || (await this.#ports.store.save(after))) return after;
    }
    throw new SandboxFailure(`payment ${key} is changed by too many at once`);
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
