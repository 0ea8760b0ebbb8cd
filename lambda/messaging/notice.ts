import type { OrderEvent, OrderEventType } from './order-event.ts';

/** What a customer is told of an order, in the platform's inbox. */
export interface Notice {
  readonly customerId: string;
  /** The event it tells of: an event makes one notice, however often it is delivered. */
  readonly noticeId: string;
  readonly orderId: string;
  readonly text: string;
  readonly createdAt: string;
}

/** The events a customer is told of, and in which words. */
const TEXTS: Partial<Record<OrderEventType, string>> = {
  OrderPlaced: 'We have received your order.',
  OrderShipped: 'Your order is on its way.',
  OrderRejected: 'We cannot take your order.',
  OrderCancelled: 'Your order is cancelled. You are charged nothing.',
  OrderFailed: 'Something went wrong on our side. Your order is void.',
  OrderRefunded: 'Your order is refunded.',
};

/** The events that make a notice. */
export const NOTICED_EVENTS = Object.keys(TEXTS) as OrderEventType[];

/** The notice of an event; none for an event that is not the customer's concern. */
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
