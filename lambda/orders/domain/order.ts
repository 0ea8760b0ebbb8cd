import * as z from 'zod';
import { looksLikeCardNumber } from '../../platform/card-number.ts';

/** The largest quantity of one line; a larger one is a typing error or an attack. */
const MAX_QUANTITY = 1_000;

const A_TOKEN = 'a token of the payment provider, such as tok_visa';

/** How an article is written: also safe in a key, a path and a log line. */
export const SKU = /^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/;

/** What identifies an article. */
export const sku = z.string().regex(SKU, 'an article: capital letters, digits and hyphens');

const orderedLine = z.strictObject({
  sku: sku.meta({
    description: 'The article: 1 to 40 capital letters, digits and hyphens.',
    examples: ['ESPRESSO-CUP'],
  }),
  quantity: z
    .int()
    .min(1)
    .max(MAX_QUANTITY)
    .meta({ description: 'How many of it.', examples: [2] }),
});

/** What a customer sends to place an order; prices are not the customer's to say. */
export const orderRequest = z.strictObject({
  lines: z
    .array(orderedLine)
    .min(1)
    .max(50)
    .superRefine(refuseRepeatedArticles)
    .meta({ description: 'What is ordered; no article twice.' }),
  paymentToken: z
    .string()
    .regex(/^tok_[A-Za-z0-9_]{1,64}$/, { error: A_TOKEN, abort: true })
    .refine((token) => !looksLikeCardNumber(token), A_TOKEN)
    .meta({
      description: "The means of payment, as the payment provider's token for it: never a card number.",
      examples: ['tok_visa'],
    }),
  shipNotBefore: z.iso
    .datetime()
    .optional()
    .meta({
      description: 'Before when nothing is shipped, in UTC, at most 30 days ahead; at once without it.',
      examples: ['2026-12-24T08:00:00Z'],
    }),
});

function refuseRepeatedArticles(lines: z.infer<typeof orderedLine>[], context: z.core.$RefinementCtx): void {
  const skus = lines.map((line) => line.sku);
  for (const [index, each] of skus.entries()) {
    if (skus.indexOf(each) === index) continue;
    context.addIssue({ code: 'custom', path: [index, 'sku'], input: each, message: 'an article of no other line' });
  }
}

/** What a customer sends to place an order. */
export type OrderRequest = z.infer<typeof orderRequest>;

/** Every status an order may have; `order-change.ts` says which leads to which. */
export const ORDER_STATUSES = [
  'PLACED',
  'RESERVED',
  'AWAITING_APPROVAL',
  'CHARGED',
  'SHIPPING',
  'SHIPPED',
  'REJECTED',
  'CANCELLING',
  'CANCELLED',
  'FAILED',
  'REFUND_REQUESTED',
  'REFUNDED',
  'NEEDS_ATTENTION',
] as const;

const orderLine = orderedLine.extend({
  name: z.string().meta({ description: 'What the article is called on the invoice.' }),
  warehouse: z.string().meta({ description: 'Where the article is shipped from.' }),
  unitPrice: z.int().nonnegative().meta({
    description: "The price of one, in minor units of the order's currency, as it was when the order was accepted.",
  }),
});

/** An order as it is kept, in the state its version number names. */
export const order = z.strictObject({
  orderId: z.string().meta({ description: "The order's number.", examples: ['01JD3Y9N6C8Q2VZ4K5T7M0XRWE'] }),
  customerId: z.string().meta({ description: 'Whose order it is.' }),
  status: z.enum(ORDER_STATUSES).meta({ description: 'How far the order is.' }),
  /** Raised by every change: the order's number and its version identify an event. */
  version: z.int().positive().meta({ description: 'Raised by every change.' }),
  lines: z.array(orderLine),
  total: z.int().nonnegative().meta({ description: 'The sum of all lines, in minor units of the currency.' }),
  currency: z
    .string()
    .length(3)
    .meta({ description: 'ISO 4217.', examples: ['EUR'] }),
  paymentToken: z.string(),
  shipNotBefore: orderRequest.shape.shipNotBefore,
  /** Whether the stock of the lines is held for this order: what an undoing must give back. */
  stockReserved: z.boolean(),
  reason: z
    .string()
    .optional()
    .meta({ description: 'Why the order was rejected or failed, or needs attention.', examples: ['OUT_OF_STOCK'] }),
  placedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

/** A line of an order, at the price that was frozen when it was accepted. */
export type OrderLine = z.infer<typeof orderLine>;
/** A status an order may have. */
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** An order as it is kept. */
export type Order = z.infer<typeof order>;
