import { amountIn } from '../../lambda/platform/currency.ts';
import { acceptedCurrencies, limitsSetting } from '../../lib/stages/currencies-config.ts';

const ACCEPTED = {
  EUR: { approvalThreshold: 1_000.1, fraudLimit: 50_000 },
  JPY: { approvalThreshold: 150_000, fraudLimit: 5_000_000 },
  KWD: { approvalThreshold: 300.25, fraudLimit: 15_000 },
};

test.each([
  ['EUR', 100_010],
  ['JPY', 150_000],
  ['KWD', 300_250],
])('the threshold of %s is %i minor units', (currency, minorUnits) => {
  expect(amountIn(limitsSetting(ACCEPTED, 'approvalThreshold'), currency)).toBe(minorUnits);
});

test('a currency without a limit has none', () => {
  expect(amountIn(limitsSetting(ACCEPTED, 'fraudLimit'), 'USD')).toBeUndefined();
});

test('the accepted currencies are those with limits', () => {
  expect(acceptedCurrencies(ACCEPTED)).toEqual({ ACCEPTED_CURRENCIES: 'EUR,JPY,KWD' });
});
