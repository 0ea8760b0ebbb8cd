import type { CustomerOrders } from './customer-orders.ts';
import { isErasable } from './erase-customer.ts';
import { counted, type Identity, type Place } from './place.ts';

/** The orders: kept with what was ordered and paid, under the pseudonym. */
export class OrdersPlace implements Place {
  readonly name = 'orders';
  readonly #orders: CustomerOrders;

  constructor(orders: CustomerOrders) {
    this.#orders = orders;
  }

  async erase(identity: Identity): Promise<string | undefined> {
    const changed: string[] = [];
    let renamed = 0;
    for (const order of await this.#orders.of(identity.customerId)) {
      if (isErasable(order) && (await this.#orders.rename(order, identity))) renamed++;
      else changed.push(order.orderId);
    }
    if (changed.length > 0) {
      throw new Error(`${changed.join(', ')} changed at the same time: ${renamed} others are under the pseudonym`);
    }
    const orders = counted(renamed, 'order', 'orders');
    return orders && `${orders} under the pseudonym, without the means of payment`;
  }
}
