import * as z from 'zod';
import { looksLikeCardNumber } from '../../platform/card-number.ts';
import { schema } from '../../platform/schema.ts';

/** The largest quantity of one line; a larger one is a typing error or an attack. */
const MAX_QUANTITY = 1_000;

/** The maximum number of lines of an order, which is also its maximum number of parcels. */
export const MAX_LINES = 50;

/** The latest time of shipment, in days from now; the workflow's time-out is much longer. */
export const MAX_WAIT_DAYS = 30;

const A_TOKEN = 'a token of the payment provider, such as tok_visa';

/** Pattern of an article: safe in a key, a path and a log line. */
export const SKU = /^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?$/;

/** Schema of the identifier of an article. */
export const sku = /* @__PURE__ */ schema(() =>
  z.string().regex(SKU, 'an article: capital letters, digits and hyphens'),
);

/** Schema of a line of the request that places an order. */
export const orderedLine = /* @__PURE__ */ schema(() =>
  z.strictObject({
    sku: sku.meta({
      description: 'The SKU of the article: 1 to 40 capital letters, digits and hyphens.',
      examples: ['ESPRESSO-CUP'],
    }),
    quantity: z
      .int()
      .min(1)
      .max(MAX_QUANTITY)
      .meta({ description: 'The quantity of the article.', examples: [2] }),
  }),
);

/** Schema of the time before which an order is not shipped. */
export const shipNotBefore = /* @__PURE__ */ schema(() =>
  z.iso
    .datetime()
    .optional()
    .meta({
      description: `The earliest time of shipment, in UTC, at most ${MAX_WAIT_DAYS} days ahead. Without it, the order is shipped immediately.`,
      examples: ['2026-12-24T08:00:00Z'],
    }),
);

/** Schema of the request that places an order; prices come from the products. */
export const orderRequest = /* @__PURE__ */ schema(() =>
  z.strictObject({
    lines: z
      .array(orderedLine)
      .min(1)
      .max(MAX_LINES)
      .superRefine(refuseRepeatedArticles)
      .meta({ description: 'The ordered articles, each at most once.' }),
    paymentToken: z
      .string()
      .regex(/^tok_[A-Za-z0-9_]{1,64}$/, { error: A_TOKEN, abort: true })
      .refine((token) => !looksLikeCardNumber(token), A_TOKEN)
      .meta({
        description: 'The token of the payment provider for the means of payment; never a card number.',
        examples: ['tok_visa'],
      }),
    shipNotBefore,
  }),
);

function refuseRepeatedArticles(lines: z.infer<typeof orderedLine>[], context: z.core.$RefinementCtx): void {
  const skus = lines.map((line) => line.sku);
  for (const [index, each] of skus.entries()) {
    if (skus.indexOf(each) === index) continue;
    context.addIssue({ code: 'custom', path: [index, 'sku'], input: each, message: 'an article of no other line' });
  }
}

/** The request that places an order. */
export type OrderRequest = z.infer<typeof orderRequest>;

/** The internal statuses of an order, which may change; `order-change.ts` has the transitions, the contract the public ones. */
export const ORDER_STATUSES = [
  'PLACED',
  'RESERVED',
  'AWAITING_APPROVAL',
  'CHARGING',
  'CHARGED',
  'SHIPPING',
  'SHIPPED',
  'REJECTED',
  'CANCELLING',
  'CANCELLED',
  'FAILING_PLACED',
  'FAILING_CHARGED',
  'FAILING_SHIPPING',
  'FAILED',
  'REFUND_REQUESTED',
  'REFUNDED',
  'NEEDS_ATTENTION',
] as const;

/** A line of an order, at the price that was frozen when it was accepted. */
export const orderLine = /* @__PURE__ */ schema(() =>
  z.object({
    sku: z.string(),
    quantity: z.int().positive(),
    name: z.string(),
    warehouse: z.string(),
    unitPrice: z.int().nonnegative(),
  }),
);

/**
 * An order, in the state that its version identifies.
 *
 * Limits are left to the request: another release may have had others. A field that is added here must be optional or
 * have a default, since the items of earlier releases do not have it. Customers and subscribers see the fields that the
 * contract names, no others.
 */
export const order = /* @__PURE__ */ schema(() =>
  z.object({
    orderId: z.string(),
    customerId: z.string(),
    status: z.enum(ORDER_STATUSES),
    /** Incremented by every change: the order's id and its version identify an event. */
    version: z.int().positive(),
    lines: z.array(orderLine),
    /** In minor units of the currency. */
    total: z.int().nonnegative(),
    currency: z.string(),
    paymentToken: z.string(),
    shipNotBefore: z.iso.datetime().optional(),
    /** The name of the execution that has claimed the order for its purchase; an earlier release recorded none. */
    execution: z.string().optional(),
    /** True if the stock of the lines is held for this order; undoing the order releases it. */
    stockReserved: z.boolean().default(false),
    /** True if its charge was recorded, even if it was voided since. */
    charged: z.boolean().optional(),
    /** An `OrderReason`, or the name of the error that ended the order. */
    reason: z.string().optional(),
    /** The operator who ended an order that needed attention, and the reason of the decision. */
    resolution: z.object({ by: z.string(), why: z.string() }).optional(),
    placedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
  }),
);

/** A line of an order, at the price that was frozen when it was accepted. */
export type OrderLine = z.infer<typeof orderLine>;
/** A status of an order. */
export type OrderStatus = (typeof ORDER_STATUSES)[number];
/** An order whose status this release knows. */
export type Order = z.infer<typeof order>;
/** An order as it is stored: a newer release may have written a status that this one does not know. */
export type StoredOrder = Omit<Order, 'status'> & { status: string };

/** Returns true if this release knows a status. */
export function isKnownStatus(status: string): status is OrderStatus {
  return (ORDER_STATUSES as readonly string[]).includes(status);
}

/** Returns true if this release knows the status of a stored order. */
export function hasKnownStatus(order: StoredOrder): order is Order {
  return isKnownStatus(order.status);
}
