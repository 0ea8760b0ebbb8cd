import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import { sku } from '../domain/order.ts';

/** One line of text that does not begin with a space: no control characters, no lone surrogates. */
const NAME = /^[^\s\p{Cc}\p{Cs}][^\p{Cc}\p{Cs}]*$/u;

/** The largest price and stock; a larger one is a typing error. */
const MAX_PRICE = 1_000_000_000;
const MAX_STOCK = 1_000_000_000;

/** An article with its price and warehouse. */
export const article = /* @__PURE__ */ schema(() =>
  z.strictObject({
    sku,
    name: z
      .string()
      .min(1)
      .max(200)
      .regex(NAME, 'one line of text without control characters')
      .meta({ description: 'The name on the invoice.', examples: ['Espresso cup'] }),
    warehouse: z
      .string()
      .max(64)
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, 'letters, digits, hyphens and underscores')
      .meta({ description: 'The warehouse that ships the product.', examples: ['north'] }),
    unitPrice: z
      .int()
      .min(0)
      .max(MAX_PRICE)
      .meta({ description: 'The unit price in minor units of the currency.', examples: [1_250] }),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'three capital letters of ISO 4217')
      .meta({ description: 'The currency code of ISO 4217.', examples: ['EUR'] }),
  }),
);

/** A product in responses: an article and its version. */
export const productView = /* @__PURE__ */ schema(() =>
  article
    .extend({
      version: z
        .int()
        .positive()
        .meta({
          description: 'The version, which every update increments; the ETag is this number in quotes.',
          examples: [3],
        }),
    })
    .meta({ description: 'A product on sale, at its current price.' }),
);

/** A page of the products. */
export const productPage = /* @__PURE__ */ schema(() =>
  z.strictObject({
    products: z.array(productView).meta({ description: 'The products in storage order.' }),
    next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last page.' }),
  }),
);

const sold = /* @__PURE__ */ schema(() => article.omit({ sku: true }));

/** The request to create or replace a product. */
export const productRequest = /* @__PURE__ */ schema(() =>
  sold.extend({
    initialStock: z.int().min(0).max(MAX_STOCK).optional().meta({
      description: 'The stock of a product that has none yet; 0 by default. It does not change existing stock.',
    }),
  }),
);

/** The request to update a product. */
export const productPatch = /* @__PURE__ */ schema(() =>
  sold
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, 'at least one field to update')
    .meta({ description: 'The fields to update, at least one.', minProperties: 1 }),
);

/** An article with its price and warehouse. */
export type Article = z.infer<typeof article>;
/** A product on sale. */
export type Product = z.infer<typeof productView>;
/** The fields of a product to update. */
export type ProductPatch = z.infer<typeof productPatch>;

// Limits are left to the requests, and other fields to the table, where changes set single fields: another release may
// have written the item. One that the API never changed is at version 1.
const storedProduct = /* @__PURE__ */ schema(() =>
  z.object({
    sku: z.string(),
    name: z.string(),
    warehouse: z.string(),
    unitPrice: z.int().nonnegative(),
    currency: z.string(),
    version: z.int().positive().default(1),
  }),
);

/**
 * Reads the product in an item of the table.
 *
 * @throws ZodError for an item that is no product
 */
export function productOfItem(item: Record<string, unknown>): Product {
  return storedProduct.parse(item);
}
