import * as z from 'zod';
import { type OrderSummary, orderSummaryOf } from '../contract/order-summary.ts';
import { storedOrder } from '../store/order-item.ts';

const { orderId, status, total, currency, placedAt, changedAt } = storedOrder.shape;

/** The attributes of an item of the index that a list needs. */
const listedOrder = z.object({ orderId, status, total, currency, placedAt, changedAt });

/**
 * Builds the summary of an order from an item of the index of customers.
 *
 * @throws ZodError for an item that is no order
 */
export function summaryOfItem(item: Record<string, unknown>): OrderSummary {
  return orderSummaryOf(listedOrder.parse(item));
}
