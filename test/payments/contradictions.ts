import { chargeKey } from '../../lambda/payments/provider/payment-key.ts';
import { BLOCKED, type Payment } from '../../lambda/payments/provider/payment-provider.ts';

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

/** A wrong answer: one that differs from the right one, the previous one about the key, or as for an unknown key. */
export type WrongAnswer = Difference | 'previous answer' | 'forgotten key';

/** The payment of a wrong answer, from the one of the right answer and the one of the previous answer. */
export function wrongPayment(wrong: WrongAnswer, payment: Payment, previous: Payment): Payment {
  switch (wrong) {
    case 'previous answer':
      return previous;
    case 'forgotten key':
      return { key: payment.key, ...BLOCKED };
    default:
      return { ...payment, ...DIFFERENCES[wrong](payment) };
  }
}
