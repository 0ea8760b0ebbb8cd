import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import type { Payment } from '../../lambda/payments/provider/payment-provider.ts';

/** The answers of a provider that contradict the question, each by its difference from the right one. */
const DIFFERENCES = {
  'another order': () => ({ key: chargeKey('another-order') }),
  'another amount': ({ amount }) => ({ amount: amount + 1 }),
  'another currency': () => ({ currency: 'JPY' }),
  'another status': ({ status }) => ({ status: status === 'REFUNDED' ? 'CHARGED' : 'REFUNDED' }),
} as const satisfies Record<string, (payment: Payment) => Partial<Payment>>;

/** A difference of an answer from the right one. */
export type Difference = keyof typeof DIFFERENCES;

/** Every difference that contradicts every question. */
export const EVERY_DIFFERENCE = Object.keys(DIFFERENCES) as Difference[];

/** The payment of an answer that contradicts the question. */
export function contradicting<P extends Payment>(difference: Difference, payment: P): P {
  return { ...payment, ...DIFFERENCES[difference](payment) };
}
