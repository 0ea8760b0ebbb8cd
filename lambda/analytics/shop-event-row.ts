import * as z from 'zod';
import { entry } from '../platform/settings.ts';
import { type LakeRow, lakePartition, lakeTimestamp } from './lake-row.ts';
import { shopEvent, shopEventRecord } from './shop-event.ts';

/** The function that turns web shops' events into rows of the lake. */
export const transformShopEventsEntry = entry('analytics/transform-shop-events', []);

/** Schema of a record as the lake reads it: a newer API may have added fields and types of events. */
const lakeShopEventRecord = z.object({
  ...shopEventRecord.shape,
  event: z.object({ ...shopEvent.shape, type: z.string().regex(/^[A-Z_]+$/) }),
});

/** A row of the table `shop_events` in the data lake. */
export interface ShopEventRow {
  /** The request and the index of the event in it. Rows with the same value are one event that was delivered twice. */
  readonly event_id: string;
  readonly event_type: string;
  /** The id of the shop's API key. */
  readonly shop: string;
  /** The id that the shop assigned. Rows with the same value and shop are one event that was sent twice. */
  readonly shop_event_id: string;
  readonly session_id: string;
  readonly sku: string | null;
  readonly page: string | null;
  readonly quantity: number | null;
  /** The time by the clock of the shop or its visitor. */
  readonly occurred_at: string;
  /** The time by the clock of the API. */
  readonly received_at: string;
}

/** Returns the row of a web shop's event, column by column. */
export function shopEventRow({
  receivedAt,
  requestId,
  index,
  shop,
  event,
}: z.infer<typeof lakeShopEventRecord>): ShopEventRow {
  return {
    event_id: `${requestId}#${index}`,
    event_type: event.type,
    shop,
    shop_event_id: event.eventId,
    session_id: event.sessionId,
    sku: event.sku ?? null,
    page: event.page ?? null,
    quantity: event.quantity ?? null,
    occurred_at: lakeTimestamp(event.occurredAt),
    received_at: lakeTimestamp(receivedAt),
  };
}

/**
 * Transforms a record of the stream of shop events into a row, partitioned by the day of its receipt.
 *
 * A shop could claim any day, and Firehose has a limit of 500 active partitions.
 * https://docs.aws.amazon.com/firehose/latest/dev/limits.html
 *
 * @throws ZodError if the record is not a shop event
 */
export function shopEventLakeRow(record: unknown): LakeRow {
  const received = lakeShopEventRecord.parse(record);
  return { row: shopEventRow(received), partition: lakePartition(received.receivedAt) };
}
