import * as z from 'zod';
import { sku } from '../domain/order.ts';

/** A text of one line that does not begin with a space: no control characters, and no half of a surrogate pair. */
const NAME = /^[^\s\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]*$/u;

/** The largest price and stock; a larger one is a typing error. */
const MAX_PRICE = 1_000_000_000;
const MAX_STOCK = 1_000_000_000;

/** What an article costs, and where it comes from. */
export const article = z.strictObject({
  sku,
  name: z
    .string()
    .min(1)
    .max(200)
    .regex(NAME, 'one line of text without control characters')
    .meta({ description: 'What it is called on the invoice.', examples: ['Espresso cup'] }),
  warehouse: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'letters, digits, hyphens and underscores')
    .meta({ description: 'Where it is shipped from.', examples: ['north'] }),
  unitPrice: z
    .int()
    .min(0)
    .max(MAX_PRICE)
    .meta({ description: 'The price of one, in minor units of the currency.', examples: [1_250] }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters of ISO 4217')
    .meta({ description: 'ISO 4217.', examples: ['EUR'] }),
});

/** An article that is sold, in the state its version names. */
export const product = article.extend({
  version: z
    .int()
    .positive()
    .meta({ description: 'Raised by every change; the ETag quotes it.', examples: [3] }),
});

/** A product as anyone with an API key sees it. */
export const productView = product.meta({ description: 'An article that can be ordered, at its price of today.' });

/** A page of the products. */
export const productPage = z.strictObject({
  products: z.array(productView).meta({ description: 'In no particular order.' }),
  next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last one.' }),
});

const sold = article.omit({ sku: true });

/** What an operator sends to sell an article, or to sell it otherwise. */
export const productRequest = sold.extend({
  initialStock: z.int().min(0).max(MAX_STOCK).optional().meta({
    description: 'How many there are of an article that has no stock yet; without it, none. Else it changes nothing.',
  }),
});

/** What an operator sends to change a product. */
export const productPatch = sold
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change')
  .meta({ description: 'The fields to change, at least one.', minProperties: 1 });

/** What an article costs, and where it comes from. */
export type Article = z.infer<typeof article>;
/** An article that is sold. */
export type Product = z.infer<typeof product>;
/** The fields of a product that change. */
export type ProductPatch = z.infer<typeof productPatch>;

// Not strict: an item may have fields of another release. They stay in the table, where changes set single fields.
const storedProduct = z.object(product.shape);

/**
 * Reads the product in an item of the table; one that was never changed by the API is at version 1.
 *
 * @throws ZodError for an item that is no product
 */
export function productOfItem(item: Record<string, unknown>): Product {
  return storedProduct.parse({ version: 1, ...item });
}
