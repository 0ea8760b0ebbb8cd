import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import type { StoredOrder } from '../domain/order.ts';
import { publicOrder } from './public-order.ts';
import { publicStatusOf } from './public-status.ts';

/** Schema of an order in a list: these fields and no others. */
export const orderSummary = /* @__PURE__ */ schema(() => {
  const { orderId, status, total, currency, placedAt, changedAt } = publicOrder.shape;
  return z.strictObject({ orderId, status, total, currency, placedAt, changedAt });
});

/** Schema of a page of a customer's orders. */
export const orderPage = /* @__PURE__ */ schema(() =>
  z.strictObject({
    orders: z.array(orderSummary).meta({ description: 'The orders, newest first.' }),
    next: z.string().optional().meta({ description: 'The cursor of the next page; missing on the last page.' }),
  }),
);

/** An order in a list. */
export type OrderSummary = z.infer<typeof orderSummary>;

/** The fields of a stored order that a list needs. */
export type ListedOrder = Pick<StoredOrder, 'orderId' | 'status' | 'total' | 'currency' | 'placedAt' | 'changedAt'>;

/** Builds the summary of a stored order, field by field. */
export function orderSummaryOf(order: ListedOrder): OrderSummary {
  return {
    orderId: order.orderId,
    status: publicStatusOf(order.status),
    total: order.total,
    currency: order.currency,
    placedAt: order.placedAt,
    changedAt: order.changedAt,
  };
}
