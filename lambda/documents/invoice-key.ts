import type { Order } from '../orders/domain/order.ts';

/** What the keys of all invoices begin with; what lies below is announced, and copied to the replica region. */
export const INVOICE_PREFIX = 'invoices/';

const INVOICE_KEY = /^invoices\/(?<customerId>[^/]+)\/(?<orderId>[^/]+)\.pdf$/;

/** Whose invoice it is, and of which order. */
export type InvoiceSubject = Pick<Order, 'customerId' | 'orderId'>;

/** The key an order's invoice is stored under: an order has one. */
export function invoiceKey({ customerId, orderId }: InvoiceSubject): string {
  return `${INVOICE_PREFIX}${customerId}/${orderId}.pdf`;
}

/**
 * Whose invoice is stored under a key.
 *
 * @throws Error for the key of something else
 */
export function invoiceSubject(key: string): InvoiceSubject {
  const { customerId, orderId } = INVOICE_KEY.exec(key)?.groups ?? {};
  if (!customerId || !orderId) {
    throw new Error(`key: received ${JSON.stringify(key)}, expected ${INVOICE_PREFIX}<customerId>/<orderId>.pdf`);
  }
  return { customerId, orderId };
}
