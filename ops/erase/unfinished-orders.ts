import { INVOICE_PREFIX, invoiceKey } from '../../lambda/documents/invoice-key.ts';
import { hasKnownStatus, type StoredOrder } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';
import type { CustomerOrders } from './customer-orders.ts';
import type { ErasureTarget, Identity } from './erasure-target.ts';
import { keysIn, type VersionedDocuments } from './versioned-documents.ts';

/** Ports of finding unfinished orders. */
export interface UnfinishedOrdersPorts {
  readonly orders: CustomerOrders;
  /** Buckets with invoices; an invoice in one of them is enough. */
  readonly buckets: readonly VersionedDocuments[];
}

/** Returns true if neither the platform nor an operator still needs the order's customer. */
export function isErasable(order: StoredOrder): boolean {
  return hasKnownStatus(order) && isSettled(order.status) && order.status !== 'NEEDS_ATTENTION';
}

/** Finds the orders that still need their customer, including those whose invoice is not issued yet. */
export class UnfinishedOrders {
  readonly #ports: UnfinishedOrdersPorts;

  constructor(ports: UnfinishedOrdersPorts) {
    this.#ports = ports;
  }

  /** Returns the reasons against erasing a customer, one for each order. */
  async of(customerId: string): Promise<string[]> {
    const orders = await this.#ports.orders.of(customerId);
    const issued = await keysIn(this.#ports.buckets, `${INVOICE_PREFIX}${customerId}/`);
    return orders.flatMap((order) => {
      if (!isErasable(order)) return [`${order.orderId} is ${order.status}`];
      return isInvoiced(order) && !issued.includes(invoiceKey(order)) ? [`${order.orderId} has no invoice yet`] : [];
    });
  }
}

/** Checks the orders again after the user is deleted: the customers index is eventually consistent and may have missed one. */
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

/** Returns true if an order was shipped, and so has or gets an invoice. */
function isInvoiced({ status, reason }: StoredOrder): boolean {
  // An order with a reason once needed attention: an operator may have refunded it before shipment.
  return status === 'SHIPPED' || (status === 'REFUNDED' && !reason);
}
