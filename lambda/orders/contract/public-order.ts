import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import { orderedLine, type StoredOrder, shipNotBefore } from '../domain/order.ts';
import { isFailing } from '../domain/order-change.ts';
import { publicReason, publicReasonOf } from './public-reason.ts';
import { publicStatus, publicStatusOf } from './public-status.ts';

/** Schema of a line of an order, as customers and subscribers see it. */
export const publicOrderLine = /* @__PURE__ */ schema(() =>
  z.strictObject({
    sku: orderedLine.shape.sku,
    quantity: orderedLine.shape.quantity,
    name: z.string().meta({ description: 'The name of the article on the invoice.' }),
    warehouse: z.string().meta({ description: 'The warehouse that ships the article.' }),
    unitPrice: z.int().nonnegative().meta({
      description: 'The unit price at the time the order was accepted, in minor units of the currency.',
    }),
  }),
);

/** Schema of an order, as customers and subscribers see it: these fields and no others. */
export const publicOrder = /* @__PURE__ */ schema(() =>
  z
    .strictObject({
      orderId: z.string().meta({ description: 'The id of the order.', examples: ['01JD3Y9N6C8Q2VZ4K5T7M0XRWE'] }),
      customerId: z.string().meta({ description: 'The customer or partner that placed the order.' }),
      status: publicStatus,
      version: z.int().positive().meta({
        description: 'The version of the order, which every change increments, including changes of internal fields.',
      }),
      lines: z.array(publicOrderLine),
      total: z.int().nonnegative().meta({ description: 'The sum of all lines, in minor units of the currency.' }),
      currency: z
        .string()
        .length(3)
        .meta({ description: 'The currency code of ISO 4217.', examples: ['EUR'] }),
      shipNotBefore,
      reason: publicReason.optional(),
      placedAt: z.iso.datetime(),
      changedAt: z.iso.datetime(),
    })
    .meta({ description: 'An order, at the prices of the time it was accepted.' }),
);

/** An order, as customers and subscribers see it. */
export type PublicOrder = z.infer<typeof publicOrder>;

/** Builds the public order from a stored one, field by field: other fields stay internal. */
export function publicOrderOf(order: StoredOrder): PublicOrder {
  const { orderId, customerId, version, total, currency, shipNotBefore, reason, placedAt, changedAt } = order;
  return {
    orderId,
    customerId,
    status: publicStatusOf(order.status),
    version,
    lines: order.lines.map(({ sku, quantity, name, warehouse, unitPrice }) => ({
      sku,
      quantity,
      name,
      warehouse,
      unitPrice,
    })),
    total,
    currency,
    ...(shipNotBefore !== undefined && { shipNotBefore }),
    // The reason of a claim is public once the order has failed.
    ...(reason !== undefined && !isFailing(order.status) && { reason: publicReasonOf(reason) }),
    placedAt,
    changedAt,
  };
}
