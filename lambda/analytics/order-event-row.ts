import { type OrderEvent, orderEvent } from '../messaging/order-event.ts';
import { type LakeRow, lakePartition, lakeTimestamp } from './lake-row.ts';

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
  readonly occurred_at: string;
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
    occurred_at: lakeTimestamp(occurredAt),
  };
}

/**
 * A record of the order stream as it goes into the lake, under the day the order changed.
 *
 * @throws ZodError for what is no order event
 */
export function orderEventLakeRow(record: unknown): LakeRow {
  const event = orderEvent.parse(record);
  return { row: orderEventRow(event), partition: lakePartition(event.occurredAt) };
}
