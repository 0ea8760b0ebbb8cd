import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { DocumentIndex } from './document-index.ts';
import { type StoredDocument, storedDocuments } from './stored-document.ts';

/** Returns a handler for a queue of S3 event notifications. Only failed messages are delivered again. */
export function consumeDocumentEvents(queue: string, index: DocumentIndex) {
  const logger = new Logger();
  const processor = new BatchProcessor(EventType.SQS);

  const receive = async (record: SQSRecord): Promise<void> => {
    for (const document of storedDocuments(record.body)) {
      logger.info('Document event received', { queue, event: describeDocument(document) });
      await index.record(document);
    }
  };
  return (batch: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
    processPartialResponse(batch, receive, processor, { context, throwOnFullBatchFailure: false });
}

/** Returns the fields of a document to log. */
function describeDocument({ orderId, storedAt }: StoredDocument) {
  return { eventType: 'ObjectCreated', occurredAt: storedAt, orderId };
}
