import type { OrderEvent } from '../messaging/order-event.ts';
import { invoicePdf } from './invoice.ts';
import { invoiceKey } from './invoice-key.ts';

/** A document on its way to the store. */
export interface NewDocument {
  readonly key: string;
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** Where documents are kept. */
export interface DocumentStore {
  /** Stores a document, unless there is one under its key; answers whether it was stored. */
  putNew(document: NewDocument): Promise<boolean>;
}

/** Issues the invoice of an order; an order has one, however often it is asked for. */
export async function issueInvoice(store: DocumentStore, event: OrderEvent): Promise<'ISSUED' | 'ALREADY_ISSUED'> {
  const stored = await store.putNew({
    key: invoiceKey(event.order),
    body: invoicePdf(event),
    contentType: 'application/pdf',
  });
  return stored ? 'ISSUED' : 'ALREADY_ISSUED';
}
