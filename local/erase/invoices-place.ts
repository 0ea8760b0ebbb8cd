import { PDFDocument } from '@cantoo/pdf-lib';
import { INVOICE_PREFIX, invoiceSubject } from '../../lambda/documents/invoice-key.ts';
import { type DocumentStore, issueInvoice } from '../../lambda/documents/issue-invoice.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import type { CustomerOrders } from './customer-orders.ts';
import { counted, type Identity, type Place } from './place.ts';

/** Documents with all their versions. */
export interface VersionedDocuments {
  /** The keys that begin with a prefix; also of documents that were deleted, while a version of them is kept. */
  keys(prefix: string): Promise<string[]>;
  /** The last version of a document; undefined where it was deleted. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** Deletes all versions of a document. */
  forget(key: string): Promise<void>;
}

/** What erasing invoices needs of the world. */
export interface InvoicesPlacePorts {
  readonly orders: CustomerOrders;
  readonly store: DocumentStore;
  /** The originals, and the copies in the other region: a deletion of the former does not reach the latter. */
  readonly shelves: readonly VersionedDocuments[];
}

/**
 * The invoices: each is issued anew to the pseudonym, as of the day it was issued, and the old one forgotten everywhere.
 *
 * Moving it is not enough: an invoice says whose it is.
 */
export class InvoicesPlace implements Place {
  readonly name = 'invoices';
  readonly #ports: InvoicesPlacePorts;

  constructor(ports: InvoicesPlacePorts) {
    this.#ports = ports;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    const { shelves } = this.#ports;
    const keys = await Promise.all(shelves.map((shelf) => shelf.keys(`${INVOICE_PREFIX}${customerId}/`)));
    const distinct = [...new Set(keys.flat())];
    for (const key of distinct) {
      await this.#reissue(key);
      for (const shelf of shelves) await shelf.forget(key);
    }
    const invoices = counted(distinct.length, 'invoice', 'invoices');
    return invoices && `${invoices} issued anew to the pseudonym; the old deleted here and in the other region`;
  }

  /** Issues the invoice again for the order as it is now; an attempt that was cut off may have done it. */
  async #reissue(key: string): Promise<void> {
    const { orderId, customerId } = invoiceSubject(key);
    const invoice = await this.#last(key);
    if (!invoice) return;
    const order = await this.#ports.orders.find(orderId);
    if (!order) throw new Error(`${key} is the invoice of an order that is not there: a person must look at it`);
    if (order.customerId === customerId) throw new Error(`order ${orderId} is not under a pseudonym yet`);
    const issuedAt = (await PDFDocument.load(invoice, { updateMetadata: false })).getCreationDate();
    if (!issuedAt) throw new Error(`${key} does not say when it was issued: a person must look at it`);
    await issueInvoice(this.#ports.store, { ...orderEventOf(order), occurredAt: issuedAt.toISOString() });
  }

  async #last(key: string): Promise<Uint8Array | undefined> {
    for (const shelf of this.#ports.shelves) {
      const invoice = await shelf.read(key);
      if (invoice) return invoice;
    }
    return undefined;
  }
}
