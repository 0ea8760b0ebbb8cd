import type { OrderEvent } from '../messaging/order-event.ts';
import { invoiceText } from './invoice-text.ts';
import { LAYOUT, textPdf } from './text-pdf.ts';

const LINES_PER_PAGE = Math.floor((LAYOUT.height - 2 * LAYOUT.margin) / LAYOUT.lineHeight);

/** Returns the invoice of an order as a PDF. The same event always results in the same bytes. */
export function invoicePdf(event: OrderEvent): Uint8Array {
  const text = invoiceText(event);
  const pages: string[][] = [];
  for (let first = 0; first < text.length; first += LINES_PER_PAGE) {
    pages.push(text.slice(first, first + LINES_PER_PAGE));
  }
  return textPdf({ title: `Invoice ${event.order.orderId}`, createdAt: new Date(event.occurredAt), pages });
}
