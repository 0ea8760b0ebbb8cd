import { z } from 'zod';
import { amountsSetting, CURRENCIES_SETTING, minorDigitsOf } from '../../lambda/platform/currency.ts';

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

const code = z.string().refine((name) => KNOWN.has(name), 'a currency code of ISO 4217, such as EUR');

/** Amounts in units of a currency, with its minor digits at most: 12.5 is 12.50 EUR. */
const limits = z.strictObject({
  /** The minimum total of an order that requires an operator's approval. */
  approvalThreshold: z.number().nonnegative(),
  /** The total above which an order is suspected of fraud. */
  fraudLimit: z.number().positive(),
});

/** The currencies that a stage accepts, each with its own limits. */
export const currenciesConfig = z
  .record(code, limits)
  .refine((accepted) => Object.keys(accepted).length > 0, 'at least one currency')
  .superRefine((accepted, context) => {
    for (const [currency, amounts] of Object.entries(accepted)) {
      for (const [name, amount] of Object.entries(amounts)) {
        if (Number.isSafeInteger(minorUnits(amount, currency))) continue;
        const message = `an amount with at most ${minorDigitsOf(currency)} minor digits, as ${currency} has`;
        context.addIssue({ code: 'custom', path: [currency, name], input: amount, message });
      }
    }
  });

/** The currencies that a stage accepts, each with its own limits. */
export type CurrenciesConfig = z.infer<typeof currenciesConfig>;

/** The setting of functions that price orders or products. */
export function acceptedCurrencies(accepted: CurrenciesConfig) {
  return { [CURRENCIES_SETTING]: Object.keys(accepted).join(',') };
}

/** A limit of each currency in minor units, as the value of a setting. */
export function limitsSetting(accepted: CurrenciesConfig, limit: keyof z.infer<typeof limits>): string {
  return amountsSetting(
    Object.fromEntries(
      Object.entries(accepted).map(([currency, amounts]) => [currency, minorUnits(amounts[limit], currency)]),
    ),
  );
}

/** An amount in minor units; not an integer if the amount has too many digits. */
function minorUnits(amount: number, currency: string): number {
  // By its decimal digits: 1.1 times 100 is not 110.
  return Number(`${amount}e${minorDigitsOf(currency)}`);
}
