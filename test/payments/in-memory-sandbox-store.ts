import type { SandboxPayment, SandboxStore } from '../../lambda/payments/sandbox/sandbox-payment.ts';

/** The data of the sandbox in memory; the contract tests hold it and DynamoDB to the same behaviour. */
export class InMemorySandboxStore implements SandboxStore {
  readonly #payments = new Map<string, SandboxPayment>();
  readonly #attempts = new Map<string, number>();
  #announced: string | undefined;

  async find(key: string): Promise<SandboxPayment | undefined> {
    return this.#payments.get(key);
  }

  async save(payment: SandboxPayment): Promise<boolean> {
    if ((this.#payments.get(payment.key)?.version ?? 0) !== payment.version - 1) return false;
    this.#payments.set(payment.key, payment);
    return true;
  }

  async countAttempt(key: string): Promise<number> {
    const attempts = (this.#attempts.get(key) ?? 0) + 1;
    this.#attempts.set(key, attempts);
    return attempts;
  }

  async announcedCredential(): Promise<string | undefined> {
    return this.#announced;
  }

  async announceCredential(hash: string): Promise<void> {
    this.#announced = hash;
  }

  snapshot(): ReadonlyMap<string, SandboxPayment> {
    return new Map(this.#payments);
  }

  /** Returns to the payments of an earlier moment. */
  restore(payments: ReadonlyMap<string, SandboxPayment>): void {
    this.#payments.clear();
    for (const [key, payment] of payments) this.#payments.set(key, payment);
  }
}
