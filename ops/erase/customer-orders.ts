import type { StoredOrder } from '../../lambda/orders/domain/order.ts';
import type { Identity } from './erasure-target.ts';

/** Orders by customer. */
export interface CustomerOrders {
  /** Returns an order by id, with a consistent read. */
  find(orderId: string): Promise<StoredOrder | undefined>;
  /** Returns the orders of a customer. */
  of(customerId: string): Promise<StoredOrder[]>;
  /** Replaces the customer by the pseudonym and removes the payment token; returns false if the order has changed since it was read. */
  rename(order: StoredOrder, identity: Identity): Promise<boolean>;
}
