import { type LakeRow, lakePartition, lakeTimestamp } from './lake-row.ts';
import { type ShopEventRecord, shopEventRecord } from './shop-event.ts';

/** A web shop's event as a row of the lake: the columns of the table `shop_events`. */
export interface ShopEventRow {
  /** The request and the event's place in it: two rows that share it are one event, delivered twice. */
  readonly event_id: string;
  readonly event_type: string;
  /** The id of the shop's API key. */
  readonly shop: string;
  /** The shop's own number: two rows that share it and the shop are one event, sent twice. */
  readonly shop_event_id: string;
  readonly session_id: string;
  readonly sku: string | null;
  readonly page: string | null;
  readonly quantity: number | null;
  /** By the clock of the shop or its visitor. */
  readonly occurred_at: string;
  /** By the clock of the API. */
  readonly received_at: string;
}

/** The row of a web shop's event. */
export function shopEventRow({ receivedAt, requestId, index, shop, event }: ShopEventRecord): ShopEventRow {
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
 * A record of the stream of shop events as it goes into the lake, under the day it was received: a shop may claim any
 * day, and Firehose writes to 500 of them at a time.
 * https://docs.aws.amazon.com/firehose/latest/dev/limits.html
 *
 * @throws Error for what is no shop event
 */
export function shopEventLakeRow(record: unknown): LakeRow {
  const shopEvent = shopEventRecord.parse(record);
  return { row: shopEventRow(shopEvent), partition: lakePartition(shopEvent.receivedAt) };
}
