import { chargeKey, refundKey } from './payment-key.ts';
import { type Payment, PaymentOutcomeUnknown, type PaymentProvider } from './payment-provider.ts';

/** The number of look-ups of a charge whose response was lost, and the wait before each. */
const LOOK_UPS = 2;
const LOOK_UP_AFTER_MS = 500;

/** A charge for an order. */
export interface OrderCharge {
  readonly orderId: string;
  /** In minor units of the currency. */
  readonly amount: number;
  readonly currency: string;
  readonly token: string;
}

/** Result of a charge; VOIDED if nothing is charged under the order's key, now or ever. */
export type ChargeOutcome = 'CHARGED' | 'DECLINED' | 'VOIDED';

/**
 * Charges an order once, however often it is called; if the response is lost, looks the payment up by its key.
 *
 * @throws PaymentOutcomeUnknown if the provider does not respond: call it again, or void the charge
 */
export async function chargeOrder(
  provider: PaymentProvider,
  { orderId, ...charge }: OrderCharge,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<ChargeOutcome> {
  const key = chargeKey(orderId);
  try {
    return outcomeOf(await provider.charge({ key, ...charge }));
  } catch (error) {
    if (!(error instanceof PaymentOutcomeUnknown)) throw error;
    for (let lookUp = 0; lookUp < LOOK_UPS; lookUp++) {
      await wait(LOOK_UP_AFTER_MS);
      const payment = await lookedUp(provider, key);
      if (payment) return outcomeOf(payment);
    }
    throw error;
  }
}

/** Ensures that an order is charged nothing: refunds its charge, or blocks the key of a charge not yet made. */
export async function voidCharge(provider: PaymentProvider, orderId: string): Promise<'VOIDED'> {
  await provider.void(chargeKey(orderId));
  return 'VOIDED';
}

/** Refunds an amount of an order's charge, in minor units of its currency, once, however often it is called. */
export async function refundCharge(provider: PaymentProvider, orderId: string, amount: number): Promise<'REFUNDED'> {
  await provider.refund(chargeKey(orderId), refundKey(orderId), amount);
  return 'REFUNDED';
}

async function lookedUp(provider: PaymentProvider, key: string): Promise<Payment | undefined> {
  try {
    return await provider.find(key);
  } catch (error) {
    if (error instanceof PaymentOutcomeUnknown) return undefined;
    throw error;
  }
}

function outcomeOf({ status }: Payment): ChargeOutcome {
  // A refunded payment charges the customer nothing, like a voided one.
  return status === 'REFUNDED' ? 'VOIDED' : status;
}
