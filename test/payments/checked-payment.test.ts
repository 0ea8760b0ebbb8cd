import { checkedPayment } from '../../lambda/payments/provider/checked-payment.ts';
import { BLOCKED, PaymentContradiction, type PaymentStatus } from '../../lambda/payments/provider/payment-provider.ts';

const ORDER = { orderId: '01JD', total: 2_500, currency: 'EUR' };
const withoutMoney = (status: PaymentStatus) => ({ ...BLOCKED, key: '01JD-charge', status });

test('only a blocked key has the amount and currency of no order', () => {
  expect(checkedPayment('charge', ORDER, withoutMoney('VOIDED'))).toMatchObject({ status: 'VOIDED' });
  for (const status of ['CHARGED', 'DECLINED'] as const) {
    expect(() => checkedPayment('charge', ORDER, withoutMoney(status))).toThrow(PaymentContradiction);
  }
});
