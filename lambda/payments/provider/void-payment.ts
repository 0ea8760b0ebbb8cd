import { chargeKey } from './payment-key.ts';
import type { PaymentProvider } from './payment-provider.ts';

/** Sees to it that nothing is charged for an order: what was is given back, and what was not never will be. */
export async function voidPayment(provider: PaymentProvider, orderId: string): Promise<'VOIDED'> {
  await provider.void(chargeKey(orderId));
  return 'VOIDED';
}
