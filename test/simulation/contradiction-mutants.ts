import type { SourceMutant } from './changed-source.ts';

const orders = (file: string) => `lambda/orders/${file}.ts`;
const payments = (file: string) => `lambda/payments/${file}.ts`;

/** Mutants of the comparison of the payment provider's answers, and of what follows a contradiction. */
export const CONTRADICTION_MUTANTS: readonly SourceMutant[] = [
  {
    name: 'the payment of another order is accepted',
    file: payments('provider/checked-payment'),
    from: 'payment.key === key && ',
    to: '',
  },
  {
    name: 'every status answers every question',
    file: payments('provider/checked-payment'),
    from: 'leadsTo(question, payment) && ',
    to: '',
  },
  {
    name: 'another amount is accepted',
    file: payments('provider/checked-payment'),
    from: 'payment.amount === total && ',
    to: '',
  },
  {
    name: 'another currency is accepted',
    file: payments('provider/checked-payment'),
    from: ' && payment.currency === currency;',
    to: ';',
  },
  {
    name: 'a blocked key may have an amount',
    file: payments('provider/checked-payment'),
    from: 'payment.amount === BLOCKED.amount && ',
    to: '',
  },
  {
    name: 'a blocked key may have a currency',
    file: payments('provider/checked-payment'),
    from: 'payment.currency === BLOCKED.currency && ',
    to: '',
  },
  {
    name: 'a forgotten charge is accepted as never made',
    file: payments('provider/checked-payment'),
    from: ' && !charged;',
    to: ';',
  },
  {
    name: 'a recorded charge is not remembered',
    file: orders('domain/order-change'),
    from: "    ...(change.to === 'CHARGED' && { charged: true }),\n",
    to: '',
  },
  {
    name: 'the answer to a void is not read',
    file: payments('provider/order-charge'),
    from: "checkedPayment('void', order, await provider.void(chargeKey(order.orderId)));",
    to: 'await provider.void(chargeKey(order.orderId));',
  },
  {
    name: 'the answer to a refund is not read',
    file: payments('provider/order-charge'),
    from: "checkedPayment('refund', order, await provider.refund(chargeKey(orderId), refundKey(orderId), total));",
    to: 'await provider.refund(chargeKey(orderId), refundKey(orderId), total);',
  },
  {
    name: 'the answer to a look-up is not read',
    file: payments('provider/order-charge'),
    from: "return checkedPayment('look up', order, payment).status;",
    to: "return payment.status as 'CHARGED';",
  },
  {
    name: 'the reason lacks the answer',
    file: orders('safety-net/attention-reason'),
    from: "return withAnswer(reported.error, data?.errorMessage ?? 'the answer is in the log of the function');",
    to: 'return reported.error;',
  },
  {
    name: 'an order that is handed over is not reported',
    file: orders('safety-net/need-attention'),
    from: '  report(orderId, reason);\n',
    to: '',
  },
  {
    name: 'an ended execution is compensated though the provider contradicted it',
    file: orders('safety-net/compensate-ended-execution'),
    from: 'if (isContradiction(ended)) return',
    to: 'if (false) return',
  },
  {
    name: 'a contradiction of the compensation after an execution is an error',
    file: orders('safety-net/compensate-ended-execution'),
    from: 'if (!(caught instanceof PaymentContradiction)) throw caught;',
    to: 'throw caught;',
  },
  {
    name: 'the sweeper repeats a compensation that the provider contradicts',
    file: orders('safety-net/sweep-overdue-orders'),
    from: 'if (!forLong && !(error instanceof PaymentContradiction)) throw',
    to: 'if (!forLong) throw',
  },
];
