import * as z from 'zod';
import { publicOrder, publicOrderLine, publicOrderOf } from '../orders/contract/public-order.ts';
import type { PublicOrderStatus } from '../orders/contract/public-status.ts';
import type { StoredOrder } from '../orders/domain/order.ts';
import { schema } from '../platform/schema.ts';
import { entry } from '../platform/settings.ts';

/** The function that publishes order events. */
export const publishOrderEventsEntry = entry('messaging/publish-order-events', [
  'ORDER_TOPIC_ARN',
  'ORDER_STREAM_NAME',
  'SET_ASIDE_BUCKET',
]);

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
export const orderEvent = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** The order's id and version: the same for every delivery. A version of an internal change has no event. */
    eventId: z.string(),
    eventType: z.enum(Object.values(EVENT_TYPES)),
    /** The time at which the order changed. */
    occurredAt: z.iso.datetime(),
    /** The order after the change. */
    order: publicOrder,
  }),
);

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

/** Schema of an event as it is received: a newer publisher may have added fields and reasons, and have other limits. */
const receivedEvent = /* @__PURE__ */ schema(() =>
  z.object({
    ...orderEvent.shape,
    order: z.object({
      ...publicOrder.shape,
      lines: z.array(z.object({ ...publicOrderLine.shape, sku: z.string(), quantity: z.int().positive() })),
      reason: publicOrder.shape.reason.catch('INTERNAL_ERROR'),
    }),
  }),
);

/** Schema of the event's type alone, which a newer publisher may have added. */
const typedEvent = /* @__PURE__ */ schema(() => z.object({ eventType: z.string().regex(/^Order[A-Za-z]+$/) }));

/**
 * Reads an event from a message; undefined if this release does not know its type.
 *
 * @throws ZodError for a message that is no order event
 */
export function receivedOrderEvent(message: unknown): OrderEvent | undefined {
  const { eventType } = typedEvent.parse(message);
  const isKnown = orderEvent.shape.eventType.safeParse(eventType).success;
  return isKnown ? receivedEvent.parse(message) : undefined;
}

/** Builds the part of an event that goes into a log line. */
export function describeEvent({ eventId, eventType, occurredAt, order }: OrderEvent) {
  return { eventId, eventType, occurredAt, orderId: order.orderId, status: order.status };
}
