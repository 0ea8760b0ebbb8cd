import { chargeOrder, refundCharge, voidCharge } from '../../lambda/payments/provider/order-charge.ts';
import {
  type Payment,
  PaymentContradiction,
  PaymentCredentialRefused,
  PaymentOutcomeUnknown,
  type PaymentProvider,
} from '../../lambda/payments/provider/payment-provider.ts';
import { InMemoryPayments } from './in-memory-payments.ts';

const ORDER = { orderId: '01JD000000000000000000TEST', total: 2_500, currency: 'EUR' };
const charge = (payments: PaymentProvider, paymentToken: string) =>
  chargeOrder(payments, { ...ORDER, paymentToken }, async () => undefined);

/** Payments whose first look-ups fail. */
class BlindPayments extends InMemoryPayments {
  blindLookUps: number;

  constructor(blindLookUps: number) {
    super();
    this.blindLookUps = blindLookUps;
  }

  override async find(key: string): Promise<Payment | undefined> {
    if (this.blindLookUps-- > 0) throw new PaymentOutcomeUnknown('find', 'no answer');
    return super.find(key);
  }
}

test.each([
  ['tok_visa', 'CHARGED'],
  ['tok_twice', 'CHARGED'],
  ['tok_declined', 'DECLINED'],
])('the result of a charge with %s is %s', async (token, outcome) => {
  expect(await charge(new InMemoryPayments(), token)).toBe(outcome);
});

test.each(['tok_timeout', 'tok_lost'])('looks the payment up if the response to %s is lost', async (token) => {
  const payments = new InMemoryPayments();
  expect(await charge(payments, token)).toBe('CHARGED');
  expect((await payments.ledger(ORDER.orderId)).balance).toBe(2_500);
});

test('looks the payment up again if the first look-up fails', async () => {
  expect(await charge(new BlindPayments(1), 'tok_lost')).toBe('CHARGED');
});

test('reports an unknown outcome if all look-ups fail, and finds the payment when called again', async () => {
  const payments = new BlindPayments(2);
  await expect(charge(payments, 'tok_lost')).rejects.toThrow(PaymentOutcomeUnknown);
  expect(await charge(payments, 'tok_lost')).toBe('CHARGED');
  expect((await payments.ledger(ORDER.orderId)).entries).toHaveLength(1);
});

test('leaves an unavailable provider to later attempts', async () => {
  const payments = new InMemoryPayments();
  await expect(charge(payments, 'tok_unavailable')).rejects.toThrow(PaymentOutcomeUnknown);
  await expect(charge(payments, 'tok_unavailable')).rejects.toThrow(PaymentOutcomeUnknown);
  expect(await charge(payments, 'tok_unavailable')).toBe('CHARGED');
});

test('does not look a payment up if the credential is refused', async () => {
  const lookedUp: string[] = [];
  const refusing: PaymentProvider = Object.assign(new InMemoryPayments(), {
    charge: () => Promise.reject(new PaymentCredentialRefused()),
    find: async (key: string) => void lookedUp.push(key),
  });
  await expect(charge(refusing, 'tok_visa')).rejects.toThrow(PaymentCredentialRefused);
  expect(lookedUp).toEqual([]);
});

test('charges nothing for an order with a voided payment', async () => {
  const payments = new InMemoryPayments();
  expect(await voidCharge(payments, ORDER)).toBe('VOIDED');
  expect(await charge(payments, 'tok_visa')).toBe('VOIDED');
  expect(await payments.ledger(ORDER.orderId)).toEqual({ entries: [], balance: 0 });
});

test('takes a refunded payment for no answer to a charge', async () => {
  const payments = new InMemoryPayments();
  await charge(payments, 'tok_visa');
  await refundCharge(payments, ORDER);
  await expect(charge(payments, 'tok_visa')).rejects.toThrow(PaymentContradiction);
});

test('voids a charge that was never made, and one that was declined', async () => {
  expect(await voidCharge(new InMemoryPayments(), ORDER)).toBe('VOIDED');
  const payments = new InMemoryPayments();
  await charge(payments, 'tok_declined');
  expect(await voidCharge(payments, ORDER)).toBe('VOIDED');
});

test('charges once if the provider has forgotten the key when it is looked up', async () => {
  const payments = new InMemoryPayments();
  const lookUp = async () => {
    payments.wrong = 'forgotten key';
  };
  const asked = chargeOrder(payments, { ...ORDER, paymentToken: 'tok_lost' }, lookUp);
  await expect(asked).rejects.toThrow(PaymentOutcomeUnknown);
  expect(await charge(payments, 'tok_lost')).toBe('CHARGED');
  expect((await payments.ledger(ORDER.orderId)).entries).toHaveLength(1);
});

test('refunds an order once, however often it is called', async () => {
  const payments = new InMemoryPayments();
  await charge(payments, 'tok_visa');
  expect(await refundCharge(payments, ORDER)).toBe('REFUNDED');
  expect(await refundCharge(payments, ORDER)).toBe('REFUNDED');
  expect((await payments.ledger(ORDER.orderId)).balance).toBe(0);
});
