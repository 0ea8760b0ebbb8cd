import { ulid } from 'ulid';
import {
  type ChargeableOrder,
  chargeOrder,
  refundCharge,
  voidCharge,
} from '../../lambda/payments/provider/order-charge.ts';
import { PaymentContradiction, type PaymentProvider } from '../../lambda/payments/provider/payment-provider.ts';
import { EVERY_DIFFERENCE, type WrongAnswer } from './contradictions.ts';
import type { PaymentsUnderTest } from './payment-provider-contract.ts';

/** A provider whose next answer can be wrong. */
interface WrongPayments {
  readonly payments: PaymentsUnderTest;
  readonly answerWrongly: (wrong: WrongAnswer) => void;
}

/** Asks a question about an order that is answered wrongly. */
type Ask = (payments: WrongPayments, wrong: WrongAnswer, order: ChargeableOrder) => Promise<unknown>;

const charge = (payments: PaymentProvider, order: ChargeableOrder, lookUp = async () => {}) =>
  chargeOrder(payments, order, lookUp);

/** The contract of the comparison of answers, whichever way they come. */
export function describeContradictions(where: string, wrongPayments: () => WrongPayments): void {
  describe(`answers of ${where}`, () => {
    const anOrder = (paymentToken = 'tok_visa') => ({ orderId: ulid(), total: 2_500, currency: 'EUR', paymentToken });

    const QUESTIONS: [string, Ask][] = [
      [
        'a charge',
        ({ payments, answerWrongly }, wrong, order) => {
          answerWrongly(wrong);
          return charge(payments, order);
        },
      ],
      [
        'the look-up of a charge',
        ({ payments, answerWrongly }, wrong, order) =>
          charge(payments, { ...order, paymentToken: 'tok_lost' }, async () => answerWrongly(wrong)),
      ],
      [
        'a void',
        async ({ payments, answerWrongly }, wrong, order) => {
          await charge(payments, order);
          answerWrongly(wrong);
          return voidCharge(payments, order);
        },
      ],
      [
        'a void of a charge that was never made',
        ({ payments, answerWrongly }, wrong, order) => {
          answerWrongly(wrong);
          return voidCharge(payments, order);
        },
      ],
      [
        'a refund',
        async ({ payments, answerWrongly }, wrong, order) => {
          await charge(payments, order);
          answerWrongly(wrong);
          return refundCharge(payments, order);
        },
      ],
    ];

    describe.each(QUESTIONS)('to %s', (_, ask) => {
      test.each(EVERY_DIFFERENCE)('are a contradiction if they are of %s', async (difference) => {
        const order = anOrder();
        const asked = ask(wrongPayments(), difference, order);
        await expect(asked).rejects.toThrow(PaymentContradiction);
        await expect(asked).rejects.toThrow(`2500 EUR as ${order.orderId}-charge, the payment provider answers `);
      });
    });

    test.each<[string, (payments: PaymentProvider, order: ChargeableOrder) => Promise<unknown>]>([
      ['a void', voidCharge],
      ['a refund', refundCharge],
    ])('to %s are a contradiction if they repeat the answer to the charge', async (_, undo) => {
      const { payments, answerWrongly } = wrongPayments();
      const order = anOrder();
      await charge(payments, order);
      answerWrongly('previous answer');
      await expect(undo(payments, order)).rejects.toThrow(`answers CHARGED 2500 EUR as ${order.orderId}-charge`);
    });

    test('to a void are a contradiction if the provider has forgotten a recorded charge', async () => {
      const { payments, answerWrongly } = wrongPayments();
      const order = { ...anOrder(), charged: true };
      await charge(payments, order);
      answerWrongly('forgotten key');
      await expect(voidCharge(payments, order)).rejects.toThrow(`answers VOIDED 0 XXX as ${order.orderId}-charge`);
    });

    test('are the result if they are right', async () => {
      const { payments } = wrongPayments();
      const [paid, declined] = [anOrder(), anOrder('tok_declined')];
      expect(await charge(payments, paid)).toBe('CHARGED');
      expect(await refundCharge(payments, paid)).toBe('REFUNDED');
      expect(await charge(payments, declined)).toBe('DECLINED');
      expect(await voidCharge(payments, declined)).toBe('VOIDED');
      expect(await charge(payments, declined)).toBe('VOIDED');
    });
  });
}
