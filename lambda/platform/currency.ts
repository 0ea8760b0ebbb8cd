import type { FieldProblem } from './field-problem.ts';

/** The currencies whose number of minor digits is not 2. https://www.six-group.com/en/products-services/financial-information/market-reference-data/data-standards.html */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW'),
};

/** The number of minor digits of a currency by ISO 4217: an amount of 1 EUR is 100 minor units, of 1 JPY 1. */
export function minorDigitsOf(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/** The setting that names the accepted currencies, separated by commas. */
export const CURRENCIES_SETTING = 'ACCEPTED_CURRENCIES';

/** An amount in minor units for each of some currencies, as the value of a setting. */
export function amountsSetting(amounts: Readonly<Record<string, number>>): string {
  return Object.entries(amounts)
    .map(([currency, amount]) => `${currency}=${amount}`)
    .join(',');
}

/** The amount of a currency in a setting that `amountsSetting` made; undefined if the setting names none. */
export function amountIn(setting: string, currency: string): number | undefined {
  const prefix = `${currency}=`;
  const entry = setting.split(',').find((each) => each.startsWith(prefix));
  return entry === undefined ? undefined : Number(entry.slice(prefix.length));
}

/** The problem of a price in a currency that is not accepted; undefined if it is. */
export function currencyProblem(currency: string | undefined, accepted: readonly string[]): FieldProblem | undefined {
  if (currency === undefined || accepted.includes(currency)) return undefined;
  return {
    field: 'currency',
    received: currency,
    expected: `a currency that the shop accepts: ${accepted.join(', ')}`,
  };
}

function digits(count: number, currencies: string): Record<string, number> {
  return Object.fromEntries(currencies.split(' ').map((currency) => [currency, count]));
}
