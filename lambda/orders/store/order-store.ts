import type { Order } from '../domain/order.ts';
import type { OrderChange } from '../domain/order-change.ts';

/** What came of an attempt to change an order. */
export type ChangeResult = 'CHANGED' | 'OUT_OF_STOCK';

/** Somebody else changed the order or its stock first, or too much was asked at once: read it again and decide anew. */
export class OrderConflict extends Error {
  override readonly name = 'OrderConflict';

  constructor(order: Order) {
    super(`order ${order.orderId} is no longer at version ${order.version}`);
  }
}

/** No order has this number. */
export class OrderNotFound extends Error {
  override readonly name = 'OrderNotFound';

  constructor(orderId: string) {
    super(`there is no order ${orderId}`);
  }
}

/** Where orders and the stock of their articles are kept. */
export interface OrderStore {
  /** The order with this number, as of its last change. */
  find(orderId: string): Promise<Order | undefined>;
  /**
   * Changes an order and the stock it names, both or neither.
   *
   * @throws OrderConflict where the order is no longer at the version given
   * @throws UnexpectedOrderStatus where the order's status does not lead to the new one
   */
  change(order: Order, change: OrderChange): Promise<ChangeResult>;
  /** The orders that should have moved on by now. */
  overdue(now: Date): Promise<string[]>;
}

/**
 * The order with this number.
 *
 * @throws OrderNotFound
 */
export async function orderOf(store: OrderStore, orderId: string): Promise<Order> {
  const order = await store.find(orderId);
  if (!order) throw new OrderNotFound(orderId);
  return order;
}
