import * as z from 'zod';
import { type Order, type OrderStatus, order } from '../orders/domain/order.ts';

/** What an event is called, by the status it tells of. */
export const EVENT_TYPES = {
  PLACED: 'OrderPlaced',
  RESERVED: 'OrderReserved',
  AWAITING_APPROVAL: 'OrderAwaitingApproval',
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
} as const satisfies Record<OrderStatus, string>;

/** The name of an order event. */
export type OrderEventType = (typeof EVENT_TYPES)[OrderStatus];

/** A change of an order, as it is told to whoever subscribed. */
export const orderEvent = z.object({
  /** The order's number and version: the same for every delivery of the event. */
  eventId: z.string(),
  eventType: z.enum(Object.values(EVENT_TYPES)),
  /** When the order changed. */
  occurredAt: z.iso.datetime(),
  /** The order after the change, without what is nobody's business: the means of payment. */
  order: z.object(order.omit({ paymentToken: true, stockReserved: true }).shape),
});

/** A change of an order, as it is told to whoever subscribed. */
export type OrderEvent = z.infer<typeof orderEvent>;

/** The event that tells of an order's last change. */
export function orderEventOf(changed: Order): OrderEvent {
  const { paymentToken: _token, stockReserved: _reserved, ...told } = changed;
  return {
    eventId: `${changed.orderId}#${changed.version}`,
    eventType: EVENT_TYPES[changed.status],
    occurredAt: changed.changedAt,
    order: told,
  };
}

/** What a log line says of an event. */
export function describeEvent({ eventId, eventType, occurredAt, order }: OrderEvent) {
  return { eventId, eventType, occurredAt, orderId: order.orderId, status: order.status };
}
