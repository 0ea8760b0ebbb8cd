import type { Payment } from '../provider/payment-provider.ts';

/** Money that moved: from the customer where the amount is positive, back where it is negative. */
export interface LedgerEntry {
  readonly key: string;
  readonly kind: 'CHARGE' | 'VOID' | 'REFUND';
  /** In minor units of the currency. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** When, in UTC. */
  readonly at: string;
}

/** All the money that moved for an order. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  /** What the customer has paid in the end. */
  readonly balance: number;
}

/** A payment as the sandbox keeps it: with its part of the ledger, so that both change in one write. */
export interface SandboxPayment extends Payment {
  /** Raised by every change. */
  readonly version: number;
  readonly entries: readonly LedgerEntry[];
}

/** Where the sandbox keeps what it knows. */
export interface SandboxStore {
  /** The payment under a key, as of its last change. */
  find(key: string): Promise<SandboxPayment | undefined>;
  /** Keeps a payment as the one that follows the version before it; false where another came first. */
  save(payment: SandboxPayment): Promise<boolean>;
  /** Counts an attempt to charge under a key, and says how many there were. */
  countAttempt(key: string): Promise<number>;
  /** The SHA-256 of the credential that was announced last. */
  announcedCredential(): Promise<string | undefined>;
  /** Remembers the SHA-256 of a credential that will be used. */
  announceCredential(hash: string): Promise<void>;
}

/** A payment of a key that was never charged and never will be; XXX is ISO 4217's "no currency". */
export const BLOCKED = { status: 'VOIDED', amount: 0, currency: 'XXX' } as const;
