import { INVOICE_PREFIX, invoiceKey } from '../../lambda/documents/invoice-key.ts';
import type { Order } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import type { CustomerOrders } from './customer-orders.ts';
import type { ErasureTarget, Identity } from './erasure-target.ts';
import { keysIn, type VersionedDocuments } from './versioned-documents.ts';

/** What finding unfinished orders needs of the world. */
export interface UnfinishedOrdersPorts {
  readonly orders: CustomerOrders;
  /** Where the invoices are; one is enough. */
  readonly buckets: readonly VersionedDocuments[];
}

/** Whether the platform and its people are done with an order: nobody needs its customer any more. */
export function isErasable({ status }: Order): boolean {
  return isSettled(status) && status !== 'NEEDS_ATTENTION';
}

/** The orders that still need their customer; also those whose invoice is on its way, to the customer's name. */
export class UnfinishedOrders {
  readonly #ports: UnfinishedOrdersPorts;

  constructor(ports: UnfinishedOrdersPorts) {
    this.#ports = ports;
  }

  /** What stands against erasing a customer, order by order. */
  async of(customerId: string): Promise<string[]> {
    const orders = await this.#ports.orders.of(customerId);
    const issued = await keysIn(this.#ports.buckets, `${INVOICE_PREFIX}${customerId}/`);
    return orders.flatMap((order) => {
      if (!isErasable(order)) return [`${order.orderId} is ${order.status}`];
      return isInvoiced(order) && !issued.includes(invoiceKey(order)) ? [`${order.orderId} has no invoice yet`] : [];
    });
  }
}

/** Looks at the orders again when the user is gone: the index of customers follows the table, and may have missed one. */
export class LateOrdersTarget implements ErasureTarget {
  readonly name = 'late orders';
  readonly #unfinished: UnfinishedOrders;

  constructor(unfinished: UnfinishedOrders) {
    this.#unfinished = unfinished;
  }

  async erase({ customerId }: Identity): Promise<undefined> {
    const named = await this.#unfinished.of(customerId);
    if (named.length > 0) throw new Error(`${named.join(', ')}: ordered just before the user was deleted`);
  }
}

/** Whether an order has an invoice, or is to have one: it was shipped. */
function isInvoiced({ status, reason }: Order): boolean {
  // With a reason, it once needed attention: a person may have refunded what was never shipped.
  return status === 'SHIPPED' || (status === 'REFUNDED' && !reason);
}
