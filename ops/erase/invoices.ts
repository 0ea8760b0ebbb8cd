import { PDFDocument } from '@cantoo/pdf-lib';
import { INVOICE_PREFIX, invoiceKey, invoiceSubject } from '../../lambda/documents/invoice-key.ts';
import { type DocumentStore, issueInvoice } from '../../lambda/documents/issue-invoice.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import type { CustomerOrders } from './customer-orders.ts';
import { counted, type ErasureTarget, type Identity, inTurn } from './erasure-target.ts';
import { keysIn, type VersionedDocuments } from './versioned-documents.ts';

/** Ports of erasing invoices. */
export interface InvoicesTargetPorts {
  readonly orders: CustomerOrders;
  readonly store: DocumentStore;
  /** The documents bucket and its replica: deletions are not replicated. */
  readonly buckets: readonly VersionedDocuments[];
}

/**
 * Reissues each invoice to the pseudonym with its original date and deletes all versions of the old one.
 *
 * Renaming the object is not enough: the invoice contains the customer id.
 */
export class InvoicesTarget implements ErasureTarget {
  readonly name = 'invoices';
  readonly #ports: InvoicesTargetPorts;

  constructor(ports: InvoicesTargetPorts) {
    this.#ports = ports;
  }

  async erase({ customerId }: Identity): Promise<string | undefined> {
    const { buckets } = this.#ports;
    const reissue = async (key: string) => {
      await this.#reissue(key);
      for (const bucket of buckets) await bucket.forget(key);
    };
    return inTurn(await keysIn(buckets, `${INVOICE_PREFIX}${customerId}/`), reissue, (done) => {
      const invoices = counted(done, 'invoice', 'invoices');
      return invoices && `${invoices} issued again to the pseudonym; the originals are deleted in both regions`;
    });
  }

  /** Reissues an invoice for the order as it is now, unless an interrupted run did. */
  async #reissue(key: string): Promise<void> {
    const { orderId, customerId } = invoiceSubject(key);
    const order = await this.#ports.orders.find(orderId);
    if (!order) throw new Error(`${key} is the invoice of an order that does not exist: an operator must check it`);
    if (order.customerId === customerId) throw new Error(`order ${orderId} is not under a pseudonym yet`);
    const invoice = await this.#newest(key);
    if (!invoice) {
      if (await this.#newest(invoiceKey(order))) return;
      throw new Error(`${key} was deleted, and no version of it is retained: an operator must check it`);
    }
    const issuedAt = (await PDFDocument.load(invoice, { updateMetadata: false })).getCreationDate();
    if (!issuedAt) throw new Error(`${key} has no date of issue: an operator must check it`);
    await issueInvoice(this.#ports.store, { ...orderEventOf(order), occurredAt: issuedAt.toISOString() });
  }

  async #newest(key: string): Promise<Uint8Array | undefined> {
    for (const bucket of this.#ports.buckets) {
      const invoice = await bucket.read(key);
      if (invoice) return invoice;
    }
    return undefined;
  }
}
