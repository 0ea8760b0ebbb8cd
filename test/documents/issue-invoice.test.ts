import { invoiceKey, invoiceSubject } from '../../lambda/documents/invoice-key.ts';
import { issueInvoice } from '../../lambda/documents/issue-invoice.ts';
import { orderEventOf } from '../../lambda/messaging/order-event.ts';
import { anOrder } from '../orders/an-order.ts';
import { InMemoryDocuments } from './in-memory-documents.ts';

const shipped = orderEventOf(anOrder({ status: 'SHIPPED', version: 3 }));
const key = 'invoices/AIDACUSTOMER/01JD000000000000000000TEST.pdf';

test('issues the invoice of an order as a PDF under its customer and number', async () => {
  const store = new InMemoryDocuments();
  expect(await issueInvoice(store, shipped)).toBe('ISSUED');

  const invoice = store.documents.get(key);
  expect(invoice?.contentType).toBe('application/pdf');
  expect(
    Buffer.from(invoice?.body ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('issues one invoice for an order whose event is delivered twice', async () => {
  const store = new InMemoryDocuments();
  await issueInvoice(store, shipped);
  const issued = store.documents.get(key);
  expect(await issueInvoice(store, shipped)).toBe('ALREADY_ISSUED');
  expect([...store.documents.values()]).toEqual([issued]);
});

test('the key of an invoice contains the customer and the order', () => {
  expect(invoiceSubject(invoiceKey(shipped.order))).toEqual({
    customerId: 'AIDACUSTOMER',
    orderId: '01JD000000000000000000TEST',
  });
});

test.each(['invoices/01JD.pdf', 'invoices/a/b/c.pdf', 'invoices/a/b.txt', 'reports/a/b.pdf', 'invoices//.pdf'])(
  'refuses %s as the key of an invoice, with the value and the expected form',
  (other) => {
    expect(() => invoiceSubject(other)).toThrow(
      `key: received "${other}", expected invoices/<customerId>/<orderId>.pdf`,
    );
  },
);
