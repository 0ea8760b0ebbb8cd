import type { OrderEventType } from '../messaging/order-event.ts';
import type { Order } from '../orders/domain/order.ts';
import { entry } from '../platform/settings.ts';

/** The function that issues invoices. */
export const issueInvoiceEntry = entry('documents/issue-invoice', ['QUEUE_NAME', 'DOCUMENTS_BUCKET']);

/** The types of events that make an invoice. */
export const INVOICED_EVENTS: readonly OrderEventType[] = ['OrderShipped'];

/** The prefix of the keys of invoices. S3 sends notifications for objects under it, and replicates them. */
export const INVOICE_PREFIX = 'invoices/';

const INVOICE_KEY = /^invoices\/(?<customerId>[^/]+)\/(?<orderId>[^/]+)\.pdf$/;

/** The customer and the order of an invoice. */
export type InvoiceSubject = Pick<Order, 'customerId' | 'orderId'>;

/** Returns the key of an order's only invoice. */
export function invoiceKey({ customerId, orderId }: InvoiceSubject): string {
  return `${INVOICE_PREFIX}${customerId}/${orderId}.pdf`;
}

/**
 * Returns the customer and the order of the invoice under a key.
 *
 * @throws Error if the key is not that of an invoice
 */
export function invoiceSubject(key: string): InvoiceSubject {
  const { customerId, orderId } = INVOICE_KEY.exec(key)?.groups ?? {};
  if (!customerId || !orderId) {
    throw new Error(`key: received ${JSON.stringify(key)}, expected ${INVOICE_PREFIX}<customerId>/<orderId>.pdf`);
  }
  return { customerId, orderId };
}
