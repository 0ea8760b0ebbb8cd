import type { CustomerOrders } from './customer-orders.ts';
import { counted, type ErasureTarget, type Identity } from './erasure-target.ts';

/** Records of the payment sandbox. */
export interface SandboxRecords {
  /** Returns all records of an order's payment. */
  of(orderId: string): Promise<unknown[]>;
}

/** Verifies that the payment sandbox, whose records are keyed by order, holds no customer data. */
export class SandboxTarget implements ErasureTarget {
  readonly name = 'payment sandbox';
  readonly #orders: CustomerOrders;
  readonly #sandbox: SandboxRecords;

  constructor(orders: CustomerOrders, sandbox: SandboxRecords) {
    this.#orders = orders;
    this.#sandbox = sandbox;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    let seen = 0;
    for (const { orderId, paymentToken } of await this.#orders.of(customerId)) {
      for (const record of await this.#sandbox.of(orderId)) {
        const text = JSON.stringify(record);
        if (text.includes(customerId) || text.includes(paymentToken)) {
          throw new Error(`the payment of order ${orderId} names the customer or the means of payment`);
        }
        seen++;
      }
    }
    const records = counted(seen, 'record', 'records');
    return records && `${records} checked: they name neither the customer nor the means of payment`;
  }
}
