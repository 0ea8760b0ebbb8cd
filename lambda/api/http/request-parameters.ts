import * as z from 'zod';
import { sku } from '../../orders/domain/order.ts';

/** How an order's number looks: a ULID. https://github.com/ulid/spec */
export const ORDER_ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

const A_KEY = 'a header of 1 to 128 visible ASCII characters, not digits alone, such as a UUID';
const AN_ETAG = 'an ETag as an earlier answer had it, such as "1"';

/** The path of an order. */
export const orderIdPath = z.strictObject({
  orderId: z
    .string()
    .regex(ORDER_ID, "an order's number")
    .meta({ description: "The order's number.", examples: ['01JD3Y9N6C8Q2VZ4K5T7M0XRWE'] }),
});

/** The path of a product. */
export const skuPath = z.strictObject({ sku: sku.meta({ description: 'The article.', examples: ['ESPRESSO-CUP'] }) });

/** Which part of a list is asked for. */
export const pageQuery = z.strictObject({
  limit: z.int().min(1).max(100).default(20).meta({ description: 'How many entries to answer with.' }),
  cursor: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9_-]+$/, 'the cursor of an earlier page')
    .optional()
    .meta({ description: 'Where the page begins: `next` of the page before it; the first page without it.' }),
});

/** The header under which a client may send a request again without repeating it. */
export const idempotencyKeyHeader = z.strictObject({
  'Idempotency-Key': z
    .string(A_KEY)
    .max(128, A_KEY)
    .regex(/^(?!\d+$)[\x21-\x7e]+$/, A_KEY)
    .meta({
      description: 'The same key and request are the same order: 1 to 128 visible ASCII characters, not digits alone.',
      examples: ['0b8e5f0e-6a0f-4d5c-9d3e-0f6f3c1c7a52'],
    }),
});

/** The header that names the version a change is meant for. */
export const ifMatchHeader = z.strictObject({
  'If-Match': z
    .string(AN_ETAG)
    .regex(/^"[1-9]\d{0,14}"$/, AN_ETAG)
    .meta({ description: 'The ETag of the product as you know it.', examples: ['"1"'] }),
});
