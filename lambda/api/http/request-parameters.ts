import * as z from 'zod';
import { sku } from '../../orders/domain/order.ts';
import { schema } from '../../platform/schema.ts';

/** The form of order ids: ULIDs. https://github.com/ulid/spec */
export const ORDER_ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

const A_KEY = 'a header of 1 to 128 visible ASCII characters, not digits alone, such as a UUID';
/** The expected form of cursors, for error messages. */
export const A_CURSOR = 'a cursor from an earlier page';
const AN_ETAG = 'an ETag from an earlier response, such as "1"';

/** The path of an order. */
export const orderIdPath = /* @__PURE__ */ schema(() =>
  z.strictObject({
    orderId: z
      .string()
      .regex(ORDER_ID, 'an order id')
      .meta({ description: 'The id of the order.', examples: ['01JD3Y9N6C8Q2VZ4K5T7M0XRWE'] }),
  }),
);

/** The path of a product. */
export const skuPath = /* @__PURE__ */ schema(() =>
  z.strictObject({
    sku: sku.meta({ description: 'The SKU of the product.', examples: ['ESPRESSO-CUP'] }),
  }),
);

/** The query of a list. */
export const pageQuery = /* @__PURE__ */ schema(() =>
  z.strictObject({
    limit: z.int().min(1).max(100).default(20).meta({ description: 'The maximum number of entries in the page.' }),
    cursor: z
      .string()
      .max(100)
      .regex(/^[A-Za-z0-9_-]+$/, A_CURSOR)
      .optional()
      .meta({ description: '`next` of the previous page; without it, the first page.' }),
  }),
);

/** The header of the key under which a client may repeat a request without repeating its effect. */
export const idempotencyKeyHeader = /* @__PURE__ */ schema(() =>
  z.strictObject({
    'Idempotency-Key': z
      .string(A_KEY)
      .max(128, A_KEY)
      .regex(/^(?!\d+$)[\x21-\x7e]+$/, A_KEY)
      .meta({
        description:
          'Repeating a request with the same key creates no second order. 1 to 128 visible ASCII characters, not digits alone.',
        examples: ['0b8e5f0e-6a0f-4d5c-9d3e-0f6f3c1c7a52'],
      }),
  }),
);

/** The header of the version that an update applies to. */
export const ifMatchHeader = /* @__PURE__ */ schema(() =>
  z.strictObject({
    'If-Match': z
      .string(AN_ETAG)
      .regex(/^"[1-9]\d{0,14}"$/, AN_ETAG)
      .meta({ description: 'The ETag of the product when it was read.', examples: ['"1"'] }),
  }),
);
