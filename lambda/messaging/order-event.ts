import * as z from 'zod';
import { type Order, type OrderStatus, order } from '../orders/order.ts';

/** What an event is called, by the status it tells of. */
export const EVENT_TYPES = {
  PLACED: 'OrderPlaced',
  RESERVED: 'OrderReserved',
  SHIPPED: 'OrderShipped',
  REJECTED: 'OrderRejected',
  FAILED: 'OrderFailed',
  REFUND_REQUESTED: 'OrderRefundRequested',
  REFUNDED: 'OrderRefunded',
  NEEDS_ATTENTION: 'OrderNeedsAttention',
} as const satisfies Record<OrderStatus, string>;

/** The name of an order event. */
export type OrderEventType = (typeof EVENT_TYPES)[OrderStatus];

/** A change of an order, as it is told to whoever subscribed. */
export const orderEvent = z.strictObject({
  /** The order's number and version: the same for every delivery of the event. */
  eventId: z.string(),
  eventType: z.enum(Object.values(EVENT_TYPES)),
  /** When the order changed. */
  occurredAt: z.iso.datetime(),
  /** The order after the change. */
  order,
});

/** A change of an order, as it is told to whoever subscribed. */
export type OrderEvent = z.infer<typeof orderEvent>;

/** The event that tells of an order's last change. */
export function orderEventOf(changed: Order): OrderEvent {
  return {
    eventId: `${changed.orderId}#${changed.version}`,
    eventType: EVENT_TYPES[changed.status],
    occurredAt: changed.changedAt,
    order: changed,
  };
}

/** What a log line says of an event. */
export function describeEvent({ eventId, eventType, occurredAt, order }: OrderEvent) {
  return { eventId, eventType, occurredAt, orderId: order.orderId, status: order.status };
}
