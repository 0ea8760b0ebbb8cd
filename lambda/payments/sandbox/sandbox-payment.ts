import type { Payment } from '../provider/payment-provider.ts';

/** A movement of money: from the customer if the amount is positive, to the customer if it is negative. */
export interface LedgerEntry {
  readonly key: string;
  readonly kind: 'CHARGE' | 'VOID' | 'REFUND';
  /** In minor units of the currency. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The time, in UTC. */
  readonly at: string;
}

/** The movements of money of an order. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** The sum of all entries, in minor units of the currency. */
  readonly balance: number;
}

/** A stored payment with its ledger entries, so that both change in one write. */
export interface SandboxPayment extends Payment {
  /** Incremented by every change. */
  readonly version: number;
  readonly entries: readonly LedgerEntry[];
}

/** The data of the sandbox. */
export interface SandboxStore {
  /** Returns the payment of a key, read consistently. */
  find(key: string): Promise<SandboxPayment | undefined>;
  /** Stores the next version of a payment; returns false if another change was first. */
  save(payment: SandboxPayment): Promise<boolean>;
  /** Counts an attempt to charge a key; returns the number of attempts. */
  countAttempt(key: string): Promise<number>;
  /** Returns the SHA-256 of the credential that was announced last. */
  announcedCredential(): Promise<string | undefined>;
  /** Stores the SHA-256 of an announced credential. */
  announceCredential(hash: string): Promise<void>;
}
