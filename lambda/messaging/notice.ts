import { entry } from '../platform/settings.ts';
import type { OrderEvent, OrderEventType } from './order-event.ts';

/** The function that writes notices to customers' inboxes. */
export const notifyCustomerEntry = entry('messaging/notify-customer', ['QUEUE_NAME', 'NOTICES_TABLE', 'NOTICE_DAYS']);

/** A message about an order in the customer's inbox. */
export interface Notice {
  readonly customerId: string;
  /** The id of the event: an event makes one notice, however often it is delivered. */
  readonly noticeId: string;
  readonly orderId: string;
  readonly text: string;
  /** The time of the event, in ISO 8601 and UTC. */
  readonly createdAt: string;
}

/** The text of the notice, by event type. */
const TEXTS: Partial<Record<OrderEventType, string>> = {
  OrderPlaced: 'We have received your order.',
  OrderShipped: 'Your order is on its way.',
  OrderRejected: 'We cannot take your order.',
  OrderCancelled: 'Your order is cancelled. You are charged nothing.',
  OrderFailed: 'Something went wrong on our side. Your order is void.',
  OrderRefunded: 'Your order is refunded.',
};

/** The types of events that make a notice. */
export const NOTICED_EVENTS = Object.keys(TEXTS) as OrderEventType[];

/** Builds the notice of an event; undefined for a type that makes none. */
export function noticeOf(event: OrderEvent): Notice | undefined {
  const text = TEXTS[event.eventType];
  if (!text) return undefined;
  return {
    customerId: event.order.customerId,
    noticeId: event.eventId,
    orderId: event.order.orderId,
    text,
    createdAt: event.occurredAt,
  };
}
