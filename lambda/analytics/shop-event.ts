import * as z from 'zod';
import { sku } from '../orders/domain/order.ts';

/** The actions of a visitor of a web shop. */
export const SHOP_EVENT_TYPES = ['PAGE_VIEWED', 'PRODUCT_VIEWED', 'CART_CHANGED', 'CHECKOUT_STARTED'] as const;

/** An action of a visitor of a web shop, as the shop reports it. */
export const shopEvent = z.strictObject({
  /** The id that the shop assigned, a UUID. It stays the same if the event is sent again. */
  eventId: z
    .string()
    .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a UUID in lower case')
    .max(36),
  type: z.enum(SHOP_EVENT_TYPES),
  /** The visit that the event belongs to. Events of a visit are kept in order. */
  sessionId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, '8 to 64 letters, digits, hyphens and underscores'),
  /** The time of the event in UTC, by the clock of the shop or its visitor. */
  occurredAt: z.iso.datetime('a time such as 2026-11-20T10:11:12Z').max(24),
  /** The article that the event concerns. */
  sku: sku.optional(),
  /** The page of the event, as any text. */
  page: z.string().max(2_048).optional(),
  /** The quantity of the article in the cart. */
  quantity: z.int().min(0).max(1_000).optional(),
});

/**
 * A request of a web shop, with 1 to 100 events.
 *
 * They have less than 3 MB even if all characters are escaped (`\ud83d\ude00`, 12 bytes). Kinesis accepts 500 records
 * and 5 MB per call, 1 MB each; API Gateway accepts 10 MB and 1,000 iterations of a loop in a mapping template.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export const shopEvents = z.strictObject({ events: z.array(shopEvent).min(1).max(100) });

/** A record of the stream of shop events: one line of JSON. */
export const shopEventRecord = z.strictObject({
  /** The time of its receipt in milliseconds since 1970, by the clock of the API. */
  receivedAt: z.int().positive(),
  /** The id of its request in API Gateway. */
  requestId: z.string().min(1),
  /** The index of the event in the request. */
  index: z.int().nonnegative(),
  /** The shop that sent the event: the id of its API key. */
  shop: z.string().min(1),
  /** The event as the shop sent it. */
  event: shopEvent,
});

/** An action of a visitor of a web shop, as the shop reports it. */
export type ShopEvent = z.infer<typeof shopEvent>;
/** A record of the stream of shop events. */
export type ShopEventRecord = z.infer<typeof shopEventRecord>;

/** The response if all events were accepted. */
export const shopEventAnswer = z.strictObject({
  /** The number of accepted events. */
  accepted: z.int().nonnegative(),
});

/** The response if some events were not accepted. */
export const shopEventResults = shopEventAnswer.extend({
  /** The result of each event, in the order of the request. */
  results: z.array(
    z.strictObject({
      /** The index of the event in the request. */
      index: z.int().nonnegative(),
      /** 202 for an accepted event, 503 for one that must be sent again. */
      status: z.union([z.literal(202), z.literal(503)]),
      error: z.string().optional(),
    }),
  ),
});
