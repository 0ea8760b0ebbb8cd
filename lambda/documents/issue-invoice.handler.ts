import { S3Client } from '@aws-sdk/client-s3';
import { consumeOrderEvents } from '../messaging/consume-order-events.ts';
import { settingsOf } from '../platform/settings.ts';
import { INVOICED_EVENTS, issueInvoiceEntry } from './invoice-key.ts';
import { issueInvoice } from './issue-invoice.ts';
import { S3DocumentStore } from './s3-document-store.ts';

const { QUEUE_NAME, DOCUMENTS_BUCKET } = settingsOf(issueInvoiceEntry);
const store = new S3DocumentStore(new S3Client(), DOCUMENTS_BUCKET);

export const handler = consumeOrderEvents({
  queue: QUEUE_NAME,
  eventTypes: INVOICED_EVENTS,
  handle: async (event) => {
    await issueInvoice(store, event);
  },
});
