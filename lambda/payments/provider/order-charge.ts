import { type Answer, checkedPayment, type PayableOrder } from './checked-payment.ts';
import { chargeKey, refundKey } from './payment-key.ts';
import { type Payment, PaymentOutcomeUnknown, type PaymentProvider } from './payment-provider.ts';

/** The number of look-ups of a charge whose response was lost, and the wait before each. */
const LOOK_UPS = 2;
const LOOK_UP_AFTER_MS = 500;

/** An order to charge. */
export interface ChargeableOrder extends PayableOrder {
  readonly paymentToken: string;
}

/** Result of a charge; VOIDED if nothing is charged under the order's key, now or ever. */
export type ChargeOutcome = Answer<'charge'>['status'];

/**
 * Charges an order once, however often it is called; if the response is lost, looks the payment up by its key.
 *
 * @throws PaymentOutcomeUnknown if the provider does not respond: call it again, or void the charge
 * @throws PaymentContradiction if the answer is no result of this charge
 */
export async function chargeOrder(
  provider: PaymentProvider,
  order: ChargeableOrder,
  wait: (milliseconds: number) => Promise<unknown>,
): Promise<ChargeOutcome> {
  const { total, currency, paymentToken } = order;
  const key = chargeKey(order.orderId);
  try {
    const payment = await provider.charge({ key, amount: total, currency, token: paymentToken });
    return checkedPayment('charge', order, payment).status;
  } catch (error) {
    if (!(error instanceof PaymentOutcomeUnknown)) throw error;
    for (let lookUp = 0; lookUp < LOOK_UPS; lookUp++) {
      await wait(LOOK_UP_AFTER_MS);
      const payment = await lookedUp(provider, key);
      if (payment) return checkedPayment('look up', order, payment).status;
    }
    throw error;
  }
}

/** Ensures that an order is charged nothing: refunds its charge, or blocks the key of a charge not yet made. */
export async function voidCharge(provider: PaymentProvider, order: PayableOrder): Promise<'VOIDED'> {
  checkedPayment('void', order, await provider.void(chargeKey(order.orderId)));
  return 'VOIDED';
}

/** Refunds the total of an order once, however often it is called. */
export async function refundCharge(provider: PaymentProvider, order: PayableOrder): Promise<'REFUNDED'> {
  const { orderId, total } = order;
  checkedPayment('refund', order, await provider.refund(chargeKey(orderId), refundKey(orderId), total));
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
