import { ulid } from 'ulid';
import { chargeKey, refundKey } from '../../lambda/payments/provider/payment-key.ts';
import {
  PaymentOutcomeUnknown,
  type PaymentProvider,
  PaymentRefused,
} from '../../lambda/payments/provider/payment-provider.ts';
import type { Ledger } from '../../lambda/payments/sandbox/sandbox-payment.ts';

/** A provider with a ledger. */
export interface PaymentsUnderTest extends PaymentProvider {
  ledger(orderId: string): Promise<Ledger>;
}

/** The contract of the sandbox. */
export function describePaymentProvider(where: string, paymentsThere: () => PaymentsUnderTest): void {
  describe(`payments in ${where}`, () => {
    function anOrder(token = 'tok_visa') {
      const orderId = ulid();
      const key = chargeKey(orderId);
      const payments = paymentsThere();
      return {
        key,
        payments,
        refundKey: refundKey(orderId),
        charge: (amount = 2_500) => payments.charge({ key, amount, currency: 'EUR', token }),
        kinds: async () => (await payments.ledger(orderId)).entries.map((entry) => entry.kind),
        balance: async () => (await payments.ledger(orderId)).balance,
      };
    }

    test('charge once, however often they are called', async () => {
      const order = anOrder();
      const charged = { key: order.key, status: 'CHARGED', amount: 2_500, currency: 'EUR' };
      expect(await order.charge()).toEqual(charged);
      expect(await order.charge()).toEqual(charged);
      expect(await order.payments.find(order.key)).toEqual(charged);
      expect([await order.kinds(), await order.balance()]).toEqual([['CHARGE'], 2_500]);
    });

    test('charge once if called twice at the same time', async () => {
      const order = anOrder();
      const payments = await Promise.all([order.charge(), order.charge()]);
      expect(payments.map((payment) => payment.status)).toEqual(['CHARGED', 'CHARGED']);
      expect(await order.kinds()).toEqual(['CHARGE']);
    });

    test('refuse another amount for a key that was charged', async () => {
      const order = anOrder();
      await order.charge();
      await expect(order.charge(9_900)).rejects.toThrow(PaymentRefused);
      expect(await order.balance()).toBe(2_500);
    });

    test.each(['tok_declined', 'tok_nobody_issued'])('decline %s, and charge nothing', async (token) => {
      const order = anOrder(token);
      expect(await order.charge()).toMatchObject({ status: 'DECLINED', amount: 2_500 });
      expect(await order.payments.find(order.key)).toMatchObject({ status: 'DECLINED' });
      expect(await order.kinds()).toEqual([]);
    });

    test('find no payment that was not charged', async () => {
      const order = anOrder();
      expect(await order.payments.find(order.key)).toBeUndefined();
    });

    test.each(['tok_lost', 'tok_timeout'])('charge %s without a response to the client', async (token) => {
      const order = anOrder(token);
      await expect(order.charge()).rejects.toThrow(PaymentOutcomeUnknown);
      expect(await order.payments.find(order.key)).toMatchObject({ status: 'CHARGED' });
      expect(await order.charge()).toMatchObject({ status: 'CHARGED' });
      expect(await order.kinds()).toEqual(['CHARGE']);
    });

    test('fail twice for tok_unavailable, and charge at the third attempt', async () => {
      const order = anOrder('tok_unavailable');
      await expect(order.charge()).rejects.toThrow(PaymentOutcomeUnknown);
      await expect(order.charge()).rejects.toThrow(PaymentOutcomeUnknown);
      expect(await order.payments.find(order.key)).toBeUndefined();
      expect(await order.charge()).toMatchObject({ status: 'CHARGED' });
      expect(await order.kinds()).toEqual(['CHARGE']);
    });

    test('charge tok_twice once, though the request arrives twice', async () => {
      const order = anOrder('tok_twice');
      expect(await order.charge()).toMatchObject({ status: 'CHARGED' });
      expect(await order.kinds()).toEqual(['CHARGE']);
    });

    test('refund a voided payment, once', async () => {
      const order = anOrder();
      await order.charge();
      expect(await order.payments.void(order.key)).toMatchObject({ key: order.key, status: 'VOIDED' });
      expect(await order.payments.void(order.key)).toMatchObject({ key: order.key, status: 'VOIDED' });
      expect([await order.kinds(), await order.balance()]).toEqual([['CHARGE', 'VOID'], 0]);
      expect(await order.charge()).toMatchObject({ status: 'VOIDED' });
      expect(await order.balance()).toBe(0);
    });

    test('block an unknown key: a later charge charges nothing', async () => {
      const order = anOrder();
      expect(await order.payments.void(order.key)).toMatchObject({ status: 'VOIDED', amount: 0 });
      expect(await order.charge()).toMatchObject({ status: 'VOIDED' });
      expect(await order.payments.find(order.key)).toMatchObject({ status: 'VOIDED' });
      expect(await order.kinds()).toEqual([]);
    });

    test('void a declined payment without moving money', async () => {
      const order = anOrder('tok_declined');
      await order.charge();
      expect(await order.payments.void(order.key)).toMatchObject({ status: 'VOIDED' });
      expect(await order.kinds()).toEqual([]);
    });

    test('charge nothing if a charge and its void race', async () => {
      const order = anOrder();
      await Promise.all([order.charge(), order.payments.void(order.key)]);
      expect(await order.payments.find(order.key)).toMatchObject({ status: 'VOIDED' });
      expect(await order.balance()).toBe(0);
    });

    test('refund a payment once per key, however often they are called', async () => {
      const order = anOrder();
      await order.charge();
      for (const _ of [1, 2]) {
        expect(await order.payments.refund(order.key, order.refundKey, 2_500)).toMatchObject({ status: 'REFUNDED' });
      }
      expect([await order.kinds(), await order.balance()]).toEqual([['CHARGE', 'REFUND'], 0]);
      expect(await order.payments.find(order.key)).toMatchObject({ status: 'REFUNDED' });
    });

    test('refuse a second refund with another key or another amount', async () => {
      const order = anOrder();
      await order.charge();
      await order.payments.refund(order.key, order.refundKey, 1_000);
      await expect(order.payments.refund(order.key, `${order.refundKey}-2`, 1_000)).rejects.toThrow(PaymentRefused);
      await expect(order.payments.refund(order.key, order.refundKey, 1_500)).rejects.toThrow(PaymentRefused);
      expect(await order.balance()).toBe(1_500);
    });

    test('refuse to refund more than was charged', async () => {
      const order = anOrder();
      await order.charge();
      await expect(order.payments.refund(order.key, order.refundKey, 2_501)).rejects.toThrow(PaymentRefused);
      expect(await order.balance()).toBe(2_500);
    });

    test.each([
      ['was never charged', () => Promise.resolve()],
      ['was voided', async (order: ReturnType<typeof anOrder>) => void (await order.payments.void(order.key))],
    ])('refuse to refund a payment that %s', async (_, prepare) => {
      const order = anOrder();
      await prepare(order);
      await expect(order.payments.refund(order.key, order.refundKey, 2_500)).rejects.toThrow(PaymentRefused);
      expect(await order.kinds()).toEqual([]);
    });

    test('refuse to void a refunded payment', async () => {
      const order = anOrder();
      await order.charge();
      await order.payments.refund(order.key, order.refundKey, 2_500);
      await expect(order.payments.void(order.key)).rejects.toThrow(PaymentRefused);
      expect(await order.balance()).toBe(0);
    });
  });
}
