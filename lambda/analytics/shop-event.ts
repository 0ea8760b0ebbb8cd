import * as z from 'zod';
import { sku } from '../orders/domain/order.ts';

/** What a visitor of a web shop may do. */
export const SHOP_EVENT_TYPES = ['PAGE_VIEWED', 'PRODUCT_VIEWED', 'CART_CHANGED', 'CHECKOUT_STARTED'] as const;

/** What a visitor of a web shop did, as the shop tells it. */
export const shopEvent = z.strictObject({
  /** The shop's own number for it, a UUID: the same when it is sent again. */
  eventId: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID in lower case')
    .max(36),
  type: z.enum(SHOP_EVENT_TYPES),
  /** The visit it belongs to; the events of one stay in order. */
  sessionId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, '8 to 64 letters, digits, hyphens and underscores'),
  /** When it happened by the clock of the shop or its visitor, in UTC. */
  occurredAt: z.iso.datetime('a time such as 2026-11-20T10:11:12Z').max(24),
  /** The article it is about. */
  sku: sku.optional(),
  /** The page it happened on: any text. */
  page: z.string().max(2_048).optional(),
  /** How many of the article are in the cart. */
  quantity: z.int().min(0).max(1_000).optional(),
});

/**
 * What a web shop sends: 1 to 100 events.
 *
 * Even if all their characters are escaped (`\ud83d\ude00`, 12 bytes), they have less than 3 MB: Kinesis takes 500
 * records and 5 MB a call, 1 MB each, and API Gateway 10 MB and 1,000 turns of a loop.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const shopEvents = z.strictObject({ events: z.array(shopEvent).min(1).max(100) });

/** A shop's event as it is on the stream: one line of JSON. */
export const shopEventRecord = z.strictObject({
  /** When the API received it, in milliseconds since 1970: unlike `occurredAt`, nobody's claim. */
  receivedAt: z.int().positive(),
  /** The request it came with, as API Gateway numbered it. */
  requestId: z.string().min(1),
  /** Its place among the events of that request. */
  index: z.int().nonnegative(),
  /** The shop that sent it: the id of its API key. */
  shop: z.string().min(1),
  /** The event as it was sent. */
  event: shopEvent,
});

/** What a visitor of a web shop did, as the shop tells it. */
export type ShopEvent = z.infer<typeof shopEvent>;
/** A shop's event as it is on the stream. */
export type ShopEventRecord = z.infer<typeof shopEventRecord>;

/** The answer when all events were taken. */
export const shopEventAnswer = z.strictObject({
  /** How many events were taken. */
  accepted: z.int().nonnegative(),
});

/** The answer when some events were not taken. */
export const shopEventResults = shopEventAnswer.extend({
  /** What became of each event, in the order they were sent. */
  results: z.array(
    z.strictObject({
      /** The event's place in the request. */
      index: z.int().nonnegative(),
      /** 202 for an event that was taken, 503 for one that must be sent again. */
      status: z.union([z.literal(202), z.literal(503)]),
      error: z.string().optional(),
    }),
  ),
});
