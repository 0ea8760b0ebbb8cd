import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import type { ChargeRequest } from '../../lambda/payments/provider/payment-provider.ts';
import { InMemoryPayments } from '../payments/in-memory-payments.ts';

/** The payment provider, whose charges and voids are watched. */
export class WatchedPayments extends InMemoryPayments {
  /** Every key of a charge request. */
  readonly chargeKeys = new Set<string>();
  readonly #recorded: ReadonlySet<string>;
  readonly #onVoid: (orderId: string) => void;

  constructor(recorded: ReadonlySet<string>, onVoid: (orderId: string) => void) {
    super();
    this.#recorded = recorded;
    this.#onVoid = onVoid;
  }

  /** Returns true if the charge of an order was voided. */
  isVoid(orderId: string): boolean {
    return this.snapshot().get(chargeKey(orderId))?.status === 'VOIDED';
  }

  override charge(request: ChargeRequest) {
    this.chargeKeys.add(request.key);
    return super.charge(request);
  }

  override void(key: string) {
    this.#onVoid(key.slice(0, -chargeKey('').length));
    // A charge that is forgotten before it is recorded is known to nobody.
    if (this.wrong === 'forgotten key' && !this.#recorded.has(key)) this.wrong = undefined;
    return super.void(key);
  }
}
