import * as z from 'zod';
import { publicOrder, publicOrderOf } from '../orders/contract/public-order.ts';
import type { PublicOrderStatus } from '../orders/contract/public-status.ts';
import type { StoredOrder } from '../orders/domain/order.ts';

/** The type of an event, by the public status that it reports. */
export const EVENT_TYPES = {
  PLACED: 'OrderPlaced',
  CHARGED: 'OrderCharged',
  SHIPPING: 'OrderShipping',
  SHIPPED: 'OrderShipped',
  REJECTED: 'OrderRejected',
  CANCELLING: 'OrderCancellationRequested',
  CANCELLED: 'OrderCancelled',
  FAILED: 'OrderFailed',
  REFUND_REQUESTED: 'OrderRefundRequested',
  REFUNDED: 'OrderRefunded',
  NEEDS_ATTENTION: 'OrderNeedsAttention',
} as const satisfies Record<PublicOrderStatus, string>;

/** The type of an order event. */
export type OrderEventType = (typeof EVENT_TYPES)[PublicOrderStatus];

/** Schema of an order event, as it is published: these fields and no others. */
export const orderEvent = z.strictObject({
  /** The order's number and version: the same for every delivery. Versions between two events may not show. */
  eventId: z.string(),
  eventType: z.enum(Object.values(EVENT_TYPES)),
  /** The time at which the order changed. */
  occurredAt: z.iso.datetime(),
  /** The order after the change. */
  order: publicOrder,
});

/** A change of the public status of an order. */
export type OrderEvent = z.infer<typeof orderEvent>;

/** Builds the event of an order's last change. */
export function orderEventOf(changed: StoredOrder): OrderEvent {
  const order = publicOrderOf(changed);
  return {
    eventId: `${order.orderId}#${order.version}`,
    eventType: EVENT_TYPES[order.status],
    occurredAt: order.changedAt,
    order,
  };
}

/** Builds the part of an event that goes into a log line. */
export function describeEvent({ eventId, eventType, occurredAt, order }: OrderEvent) {
  return { eventId, eventType, occurredAt, orderId: order.orderId, status: order.status };
}
