import type { Settings } from '../../platform/settings.ts';

/** The settings of a function that calls the payment provider. */
export const PAYMENT_PROVIDER_SETTINGS = [
  'PAYMENT_PROVIDER_URL',
  'PAYMENT_CONNECT_TIMEOUT_MS',
  'PAYMENT_TOTAL_TIMEOUT_MS',
  'PAYMENT_CREDENTIAL_SECRET',
] as const;

/** Values of the settings of a function that calls the payment provider. */
export type PaymentProviderSettings = Settings<(typeof PAYMENT_PROVIDER_SETTINGS)[number]>;

/** What has become of a payment. */
export type PaymentStatus = 'CHARGED' | 'DECLINED' | 'VOIDED' | 'REFUNDED';

/** A payment as the provider knows it. */
export interface Payment {
  /** What the provider knows it by: the same key is the same payment. */
  readonly key: string;
  readonly status: PaymentStatus;
  /** In minor units of the currency; zero where the key was blocked before anything was charged. */
  readonly amount: number;
  /** ISO 4217; XXX, "no currency", where the key was blocked before anything was charged. */
  readonly currency: string;
}

/** What is charged, and to whom. */
export interface ChargeRequest {
  readonly key: string;
  /** In minor units of the currency. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The customer's means of payment, as the provider's token for it. */
  readonly token: string;
}

/**
 * Who takes and gives back money. Every call may be repeated: what was done under a key is not done again.
 *
 * @throws PaymentOutcomeUnknown where no answer, or none that can be understood, came back
 * @throws PaymentCredentialRefused where the provider does not take the platform's credential
 * @throws PaymentRefused where what was asked contradicts what was done before
 */
export interface PaymentProvider {
  /** Charges an amount, unless the key is blocked or was used before. */
  charge(request: ChargeRequest): Promise<Payment>;
  /** The payment under a key; nothing where the provider has never seen the key. */
  find(key: string): Promise<Payment | undefined>;
  /** Gives back all of a payment that was charged; blocks a key that was not, so that it never will be. */
  void(key: string): Promise<Payment>;
  /** Gives back an amount of a payment that was charged, once. */
  refund(key: string, refundKey: string, amount: number): Promise<Payment>;
}

/** Nobody knows whether the provider did what it was asked: ask by key, or ask again. */
export class PaymentOutcomeUnknown extends Error {
  override readonly name = 'PaymentOutcomeUnknown';

  constructor(asked: string, reason: string, options?: ErrorOptions) {
    super(`nobody knows whether the payment provider did "${asked}": ${reason}`, options);
  }
}

/** The provider refuses the credential, even after it was read again. */
export class PaymentCredentialRefused extends Error {
  override readonly name = 'PaymentCredentialRefused';

  constructor() {
    super("the payment provider refuses the platform's credential, also after it was read again");
  }
}

/** The provider understood what it was asked and will not do it: asking again will not help. */
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';

  constructor(asked: string, reason: string) {
    super(`the payment provider refuses "${asked}": ${reason}`);
  }
}
