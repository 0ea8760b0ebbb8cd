import type { OrderEvent } from '../messaging/order-event.ts';

/** An order event as a row of the lake: the columns of the table `order_events`. */
export interface OrderEventRow {
  readonly event_id: string;
  readonly event_type: string;
  readonly order_id: string;
  readonly order_version: number;
  readonly status: string;
  readonly customer_id: string;
  /** In minor units of the currency. */
  readonly total: number;
  readonly currency: string;
  /** In UTC, as Hive and Athena read it: `2026-11-20 10:11:12.345`. */
  readonly occurred_at: string;
}

/** The day, in UTC, that a row is kept under. */
export interface OrderEventPartition {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The row of an order event. */
export function orderEventRow({ eventId, eventType, occurredAt, order }: OrderEvent): OrderEventRow {
  return {
    event_id: eventId,
    event_type: eventType,
    order_id: order.orderId,
    order_version: order.version,
    status: order.status,
    customer_id: order.customerId,
    total: order.total,
    currency: order.currency,
    occurred_at: new Date(occurredAt).toISOString().replace('T', ' ').replace('Z', ''),
  };
}

/** The day of an order event. */
export function orderEventPartition({ occurredAt }: OrderEvent): OrderEventPartition {
  const [year = '', month = '', day = ''] = new Date(occurredAt).toISOString().slice(0, 10).split('-');
  return { year, month, day };
}
