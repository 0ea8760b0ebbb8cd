import type { Settings } from '../../platform/settings.ts';
import { hasKnownStatus, type Order, type StoredOrder } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';

/** The settings of a function that reads or changes orders. */
export const ORDER_STORE_SETTINGS = ['ORDERS_TABLE', 'STOCK_TABLE', 'APPROVAL_SECONDS'] as const;

/** Values of the settings of a function that reads or changes orders. */
export type OrderStoreSettings = Settings<(typeof ORDER_STORE_SETTINGS)[number]>;

/** The result of an attempt to change an order. */
export type ChangeResult = 'CHANGED' | 'OUT_OF_STOCK';

/** The order was changed by another writer: read the order again and decide again. */
export class OrderConflict extends Error {
  override readonly name = 'OrderConflict';

  constructor(order: Order) {
    super(`order ${order.orderId} is no longer at version ${order.version}`);
  }
}

/** Other transactions hold the order or its articles: the same change can succeed later. */
export class WriteContention extends Error {
  override readonly name = 'WriteContention';

  constructor({ orderId }: Order) {
    super(`other transactions hold order ${orderId} or its articles`);
  }
}

/** Writes of the order or its articles are throttled: the same change can succeed later. */
export class WritesThrottled extends Error {
  override readonly name = 'WritesThrottled';

  constructor({ orderId }: Order) {
    super(`writes of order ${orderId} or its articles are throttled`);
  }
}

/** No order has this id. */
export class OrderNotFound extends Error {
  override readonly name = 'OrderNotFound';

  constructor(orderId: string) {
    super(`there is no order ${orderId}`);
  }
}

/** A newer release set a status that this one does not know: this release must not change the order. */
export class UnknownOrderStatus extends Error {
  override readonly name = 'UnknownOrderStatus';

  constructor({ orderId, status }: StoredOrder) {
    super(`order ${orderId} is ${status}, a status that this release does not know`);
  }
}

/** An order that waits for the sweeper or for a person. */
export interface WaitingOrder {
  readonly orderId: string;
  /** The time since when it waits. */
  readonly since: string;
}

/** The port of the orders and the stock of their articles. */
export interface OrderStore {
  /** Finds the order with this id, as of its last change. */
  find(orderId: string): Promise<StoredOrder | undefined>;
  /**
   * Changes an order and the stock it names, both or neither.
   *
   * @throws OrderConflict if the order is no longer at the version given
   * @throws WriteContention if other transactions hold the order or its articles
   * @throws WritesThrottled if DynamoDB throttles the writes
   * @throws UnexpectedOrderStatus if the order's status does not lead to the new one
   */
  change(order: Order, change: OrderChange): Promise<ChangeResult>;
  /** Lists the orders that are overdue at this time, beginning with one of the shards of their index. */
  overdue(now: Date, firstShard: number): Promise<WaitingOrder[]>;
  /** Lists the orders that need attention. */
  needingAttention(): Promise<WaitingOrder[]>;
}

/**
 * Finds the order with this id, in any status.
 *
 * @throws OrderNotFound
 */
export async function storedOrderOf(store: OrderStore, orderId: string): Promise<StoredOrder> {
  const order = await store.find(orderId);
  if (!order) throw new OrderNotFound(orderId);
  return order;
}

/**
 * Finds the order with this id, to act on it.
 *
 * @throws OrderNotFound
 * @throws UnknownOrderStatus
 */
export async function orderOf(store: OrderStore, orderId: string): Promise<Order> {
  const order = await storedOrderOf(store, orderId);
  if (!hasKnownStatus(order)) throw new UnknownOrderStatus(order);
  return order;
}
