import { chargeKey, refundKey } from './payment-key.ts';
import type { PaymentProvider } from './payment-provider.ts';

/** Gives back what was charged for an order, once, however often it is called. */
export async function refundPayment(provider: PaymentProvider, orderId: string, amount: number): Promise<'REFUNDED'> {
  await provider.refund(chargeKey(orderId), refundKey(orderId), amount);
  return 'REFUNDED';
}
