import * as z from 'zod';
import { entry } from '../platform/settings.ts';
import { type LakeRow, lakePartition, lakeTimestamp } from './lake-row.ts';

/** The function that turns order events into rows of the lake. */
export const transformRecordsEntry = entry('analytics/transform-records', []);

/**
 * Schema of an order event, as far as the lake needs it.
 *
 * The lake keeps the events of newer publishers, too: types and statuses that this release does not know are rows.
 */
const lakeOrderEvent = z.object({
  eventId: z.string(),
  eventType: z.string().regex(/^Order[A-Za-z]+$/),
  occurredAt: z.iso.datetime(),
  order: z.object({
    orderId: z.string(),
    version: z.int().positive(),
    status: z.string(),
    customerId: z.string(),
    total: z.int().nonnegative(),
    currency: z.string(),
  }),
});

/** A row of the table `order_events` in the data lake. */
export interface OrderEventRow {
  readonly event_id: string;
  readonly event_type: string;
  readonly order_id: string;
  readonly order_version: number;
  readonly status: string;
  readonly customer_id: string;
  /** The total in minor units of the currency. */
  readonly total: number;
  readonly currency: string;
  readonly occurred_at: string;
}

/** Builds the row of an order event, column by column. */
export function orderEventRow({
  eventId,
  eventType,
  occurredAt,
  order,
}: z.infer<typeof lakeOrderEvent>): OrderEventRow {
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
 * Builds the row of a record of the order stream, in the partition of the day on which the order changed.
 *
 * @throws ZodError if the record is not an order event
 */
export function orderEventLakeRow(record: unknown): LakeRow {
  const event = lakeOrderEvent.parse(record);
  return { row: orderEventRow(event), partition: lakePartition(event.occurredAt) };
}
