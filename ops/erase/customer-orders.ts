import type { Order } from '../../lambda/orders/domain/order.ts';
import type { Identity } from './erasure-target.ts';

/** The orders, by whose they are. */
export interface CustomerOrders {
  /** The order with this number, as of its last change. */
  find(orderId: string): Promise<Order | undefined>;
  /** The orders of a customer. */
  of(customerId: string): Promise<Order[]>;
  /** Gives an order to the pseudonym and forgets its means of payment; false where the order has changed since it was read. */
  rename(order: Order, identity: Identity): Promise<boolean>;
}
