import { S3Client } from '@aws-sdk/client-s3';
import { consumeOrderEvents } from '../messaging/consume-order-events.ts';
import { setting } from '../platform/settings.ts';
import { issueInvoice } from './issue-invoice.ts';
import { S3DocumentStore } from './s3-document-store.ts';

const store = new S3DocumentStore(new S3Client(), setting('DOCUMENTS_BUCKET'));

export const handler = consumeOrderEvents(async (event) => {
  await issueInvoice(store, event);
});
