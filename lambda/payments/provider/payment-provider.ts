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

/** The status of a payment. */
export type PaymentStatus = 'CHARGED' | 'DECLINED' | 'VOIDED' | 'REFUNDED';

/** A payment at the provider. */
export interface Payment {
  /** The key of the payment: the same key is the same payment. */
  readonly key: string;
  readonly status: PaymentStatus;
  /** In minor units of the currency; zero if the key was blocked before a charge. */
  readonly amount: number;
  /** ISO 4217; XXX, "no currency", if the key was blocked before a charge. */
  readonly currency: string;
}

/** The payment of a blocked key, which can never be charged; XXX is ISO 4217's "no currency". */
export const BLOCKED = { status: 'VOIDED', amount: 0, currency: 'XXX' } as const;

/** A request for a charge. */
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
 * The payment provider. Every call can be repeated: the operation of a key is performed once.
 *
 * @throws PaymentOutcomeUnknown if no response arrives, or one that cannot be understood
 * @throws PaymentCredentialRefused if the provider refuses the platform's credential
 * @throws PaymentRefused if the request contradicts an earlier one
 * @throws PaymentContradiction if the response contradicts itself
 */
export interface PaymentProvider {
  /** Charges an amount, unless the key is blocked or was used before. */
  charge(request: ChargeRequest): Promise<Payment>;
  /** Returns the payment of a key; nothing if the provider does not know the key. */
  find(key: string): Promise<Payment | undefined>;
  /** Refunds a payment in full; blocks a key without a charge, so that it can never be charged. */
  void(key: string): Promise<Payment>;
  /** Refunds an amount of a payment, in minor units of its currency, once. */
  refund(key: string, refundKey: string, amount: number): Promise<Payment>;
}

/** The outcome of a request to the provider is unknown: look it up by key, or repeat the request. */
export class PaymentOutcomeUnknown extends Error {
  override readonly name = 'PaymentOutcomeUnknown';

  constructor(asked: string, reason: string, options?: ErrorOptions) {
    super(`the outcome of "${asked}" at the payment provider is unknown: ${reason}`, options);
  }
}

/** The provider refuses the credential, even after it was read again. */
export class PaymentCredentialRefused extends Error {
  override readonly name = 'PaymentCredentialRefused';

  constructor() {
    super("the payment provider refuses the platform's credential, also after it was read again");
  }
}

/** The provider refuses the request: repeating it does not help. */
export class PaymentRefused extends Error {
  override readonly name = 'PaymentRefused';

  constructor(asked: string, reason: string) {
    super(`the payment provider refuses "${asked}": ${reason}`);
  }
}

/** The answer of the provider contradicts the question: neither a retry nor a compensation may rely on it. */
export class PaymentContradiction extends Error {
  override readonly name = 'PaymentContradiction';

  constructor(asked: string, { key, status, amount, currency }: Payment, how = '') {
    super(`asked to ${asked}, the payment provider answers${how} ${status} ${amount} ${currency} as ${shownKey(key)}`);
  }
}

/** A key that the platform may have generated; the provider could respond with anything else, a secret included. */
function shownKey(key: string): string {
  return /^[\w-]{1,60}-(charge|refund)$/.test(key) ? key : 'an unknown key';
}
