import { functionNamed } from '../../../local/functions/running-functions.ts';

const FUNCTIONS = [
  'api/place-order',
  'documents/issue-invoice',
  'orders/charge-payment',
  'orders/record-charge',
  'orders/refund-payment',
  'orders/reserve-stock',
].map((entry) => ({ entry }));

test.each(['orders/charge-payment', 'charge-payment'])('finds a function by %s', (name) => {
  expect(functionNamed(FUNCTIONS, name)).toEqual({ entry: 'orders/charge-payment' });
});

test.each([
  ['charge', 'orders/charge-payment, orders/record-charge, '],
  ['payment', 'orders/charge-payment, orders/refund-payment, '],
  ['charged-payments', 'orders/charge-payment, '],
  ['api/place-orders', 'api/place-order, '],
  ['Reserve-Stock', 'orders/reserve-stock, '],
])('names the functions nearest to %s', (name, expected) => {
  expect(() => functionNamed(FUNCTIONS, name)).toThrow(
    `There is no function "${name}". The nearest names: ${expected}`,
  );
});
