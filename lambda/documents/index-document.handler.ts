import { documentClient } from '../platform/document-client.ts';
import { setting } from '../platform/settings.ts';
import { DynamoDocumentIndex } from './document-index.ts';
import { consumeDocumentEvents } from './index-document.ts';

const index = new DynamoDocumentIndex(documentClient(), setting('DOCUMENT_INDEX_TABLE'));

export const handler = consumeDocumentEvents(setting('QUEUE_NAME'), index);
