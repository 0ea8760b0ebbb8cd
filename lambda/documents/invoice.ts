import { PageSizes, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { OrderEvent } from '../messaging/order-event.ts';
import { invoiceText } from './invoice-text.ts';

/** In points: 90 characters of 9 points, each 0.6 wide, fit between the margins. */
const FONT_SIZE = 9;
const LINE_HEIGHT = 14;
const MARGIN = 50;
const LINES_PER_PAGE = Math.floor((PageSizes.A4[1] - 2 * MARGIN) / LINE_HEIGHT);

/** The invoice of an order as a PDF: the same bytes for the same event, whenever it is made. */
export async function invoicePdf(event: OrderEvent): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const issuedAt = new Date(event.occurredAt);
  document.setTitle(`Invoice ${event.order.orderId}`);
  document.setCreationDate(issuedAt);
  document.setModificationDate(issuedAt);

  // One of the fonts every reader has; it draws a question mark for a character it lacks.
  const font = await document.embedFont(StandardFonts.Courier);
  const text = invoiceText(event);
  for (let first = 0; first < text.length; first += LINES_PER_PAGE) {
    document.addPage(PageSizes.A4).drawText(text.slice(first, first + LINES_PER_PAGE).join('\n'), {
      x: MARGIN,
      y: PageSizes.A4[1] - MARGIN - FONT_SIZE,
      size: FONT_SIZE,
      lineHeight: LINE_HEIGHT,
      font,
    });
  }
  return document.save();
}
