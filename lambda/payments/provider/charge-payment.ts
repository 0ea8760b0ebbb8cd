import { setTimeout } from 'node:timers/promises';
import { chargeKey } from './payment-key.ts';
import { type Payment, PaymentOutcomeUnknown, type PaymentProvider } from './payment-provider.ts';

/** How often the provider is asked what became of a charge, and after how long each time. */
const LOOK_UPS = 2;
const LOOK_UP_AFTER_MS = 500;

/** What is charged for an order. */
export interface OrderCharge {
  readonly orderId: string;
  /** In minor units of the currency. */
  readonly amount: number;
  readonly currency: string;
  readonly token: string;
}

/** What came of a charge; VOIDED where nothing is charged under the order's key, now or ever. */
export type ChargeOutcome = 'CHARGED' | 'DECLINED' | 'VOIDED';

/**
 * Charges an order once, however often it is called; where the answer is lost, the provider is asked what it did.
 *
 * @throws PaymentOutcomeUnknown where the provider does not say: call it again, or void the payment
 */
export async function chargePayment(
  provider: PaymentProvider,
  { orderId, ...charge }: OrderCharge,
  wait: (ms: number) => Promise<unknown> = setTimeout,
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

async function lookedUp(provider: PaymentProvider, key: string): Promise<Payment | undefined> {
  try {
    return await provider.find(key);
  } catch (error) {
    if (error instanceof PaymentOutcomeUnknown) return undefined;
    throw error;
  }
}

function outcomeOf({ status }: Payment): ChargeOutcome {
  // The money of a refunded payment is the customer's again, as that of a voided one.
  return status === 'REFUNDED' ? 'VOIDED' : status;
}
