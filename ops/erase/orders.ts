import type { StoredOrder } from '../../lambda/orders/domain/order.ts';
import type { CustomerOrders } from './customer-orders.ts';
import { counted, type ErasureTarget, type Identity, inTurn } from './erasure-target.ts';
import { isErasable } from './unfinished-orders.ts';

/** Erases a customer from orders, which are retained under the pseudonym. */
export class OrdersTarget implements ErasureTarget {
  readonly name = 'orders';
  readonly #orders: CustomerOrders;

  constructor(orders: CustomerOrders) {
    this.#orders = orders;
  }

  async erase(identity: Identity): Promise<string | undefined> {
    const rename = async (order: StoredOrder) => {
      const renamed = isErasable(order) && (await this.#orders.rename(order, identity));
      if (!renamed) throw new Error(`${order.orderId} changed at the same time`);
    };
    return inTurn(await this.#orders.of(identity.customerId), rename, (done) => {
      const orders = counted(done, 'order', 'orders');
      return orders && `${orders} under the pseudonym ${identity.pseudonym}, without the means of payment`;
    });
  }
}
