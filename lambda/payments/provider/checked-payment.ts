import { chargeKey } from './payment-key.ts';
import { BLOCKED, type Payment, PaymentContradiction, type PaymentStatus } from './payment-provider.ts';

/** An order, as far as the answers about its payment depend on it. */
export interface PayableOrder {
  readonly orderId: string;
  /** In minor units of the currency. */
  readonly total: number;
  readonly currency: string;
  /** True if its charge was recorded. */
  readonly charged?: boolean | undefined;
}

/** The statuses to which each question can lead. */
const ANSWERS = {
  charge: ['CHARGED', 'DECLINED', 'VOIDED'],
  'look up': ['CHARGED', 'DECLINED', 'VOIDED'],
  void: ['VOIDED'],
  refund: ['REFUNDED'],
} as const satisfies Record<string, readonly PaymentStatus[]>;

/** A question to the provider about the payment of an order. */
export type Question = keyof typeof ANSWERS;

/** A payment with a status to which the question can lead. */
export type Answer<Q extends Question> = Payment & { readonly status: (typeof ANSWERS)[Q][number] };

/**
 * Compares the status, key, amount and currency of an answer with the question.
 *
 * @throws PaymentContradiction if the answer is none to this question about this order
 */
export function checkedPayment<Q extends Question>(question: Q, order: PayableOrder, payment: Payment): Answer<Q> {
  const { orderId, total, currency, charged } = order;
  const key = chargeKey(orderId);
  const isOfOrder = payment.amount === total && payment.currency === currency;
  // A key that was charged cannot have been blocked before: the provider has forgotten the charge.
  const isBlocked = payment.amount === BLOCKED.amount && payment.currency === BLOCKED.currency && !charged;
  if (payment.key === key && leadsTo(question, payment) && (isOfOrder || (payment.status === 'VOIDED' && isBlocked))) {
    return payment;
  }
  throw new PaymentContradiction(`${question} ${total} ${currency} as ${key}`, payment);
}

function leadsTo<Q extends Question>(question: Q, payment: Payment): payment is Answer<Q> {
  return (ANSWERS[question] as readonly PaymentStatus[]).includes(payment.status);
}
