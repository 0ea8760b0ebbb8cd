import * as z from 'zod';
import { looksLikeCardNumber } from '../platform/card-number.ts';

/** The largest quantity of one line; a larger one is a typing error or an attack. */
const MAX_QUANTITY = 1_000;

/** What identifies an article; also safe in a key, a path and a log line. */
export const sku = z
  .string()
  .regex(/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/, 'an article: capital letters, digits and hyphens');

const orderedLine = z.strictObject({
  /** The article: 1 to 40 capital letters, digits and hyphens. */
  sku,
  /** How many of it: 1 to 1,000. */
  quantity: z.int().min(1).max(MAX_QUANTITY),
});

/** What a customer sends to place an order; prices are not the customer's to say. */
export const orderRequest = z.strictObject({
  /** What is ordered: 1 to 50 lines, no article twice. */
  lines: z.array(orderedLine).min(1).max(50).superRefine(refuseRepeatedArticles),
  /** The means of payment, as the payment provider's token for it: never a card number. */
  paymentToken: z
    .string()
    .refine(
      (token) => /^tok_[A-Za-z0-9_]{1,64}$/.test(token) && !looksLikeCardNumber(token),
      'a token of the payment provider, such as tok_visa',
    ),
  /** Before when nothing is shipped, in UTC, at most 30 days ahead; at once without it. */
  shipNotBefore: z.iso.datetime().optional(),
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
  /** What the article is called on the invoice. */
  name: z.string(),
  /** Where the article is shipped from. */
  warehouse: z.string(),
  /** The price of one, in minor units of the order's currency, as it was when the order was accepted. */
  unitPrice: z.int().nonnegative(),
});

/** An order as it is kept, in the state its version number names. */
export const order = z.strictObject({
  orderId: z.string(),
  customerId: z.string(),
  status: z.enum(ORDER_STATUSES),
  /** Raised by every change: the order's number and its version identify an event. */
  version: z.int().positive(),
  lines: z.array(orderLine),
  /** The sum of all lines, in minor units of the currency. */
  total: z.int().nonnegative(),
  /** ISO 4217. */
  currency: z.string().length(3),
  paymentToken: z.string(),
  shipNotBefore: z.iso.datetime().optional(),
  /** Whether the stock of the lines is held for this order: what an undoing must give back. */
  stockReserved: z.boolean(),
  /** Why the order was rejected or failed, or needs attention. */
  reason: z.string().optional(),
  placedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});

/** A line of an order, at the price that was frozen when it was accepted. */
export type OrderLine = z.infer<typeof orderLine>;
/** A status an order may have. */
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** An order as it is kept. */
export type Order = z.infer<typeof order>;
