import type { OrderEvent } from '../messaging/order-event.ts';
import { invoicePdf } from './invoice.ts';
import { invoiceKey } from './invoice-key.ts';

/** A document to store. */
export interface NewDocument {
  readonly key: string;
  readonly body: Uint8Array;
  readonly contentType: string;
}

/** The store of documents. */
export interface DocumentStore {
  /** Stores a document, unless its key exists. Returns true if it was stored. */
  putNew(document: NewDocument): Promise<boolean>;
}

/** Issues the invoice of an order. Issuing it again has no effect. */
export async function issueInvoice(store: DocumentStore, event: OrderEvent): Promise<'ISSUED' | 'ALREADY_ISSUED'> {
  const stored = await store.putNew({
    key: invoiceKey(event.order),
    body: invoicePdf(event),
    contentType: 'application/pdf',
  });
  return stored ? 'ISSUED' : 'ALREADY_ISSUED';
}
