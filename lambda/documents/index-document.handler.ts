import { documentClient } from '../platform/document-client.ts';
import { settingsOf } from '../platform/settings.ts';
import { DynamoDocumentIndex } from './document-index.ts';
import { consumeDocumentEvents } from './index-document.ts';
import { indexDocumentEntry } from './stored-document.ts';

const { QUEUE_NAME, DOCUMENT_INDEX_TABLE } = settingsOf(indexDocumentEntry);
const index = new DynamoDocumentIndex(documentClient(), DOCUMENT_INDEX_TABLE);

export const handler = consumeDocumentEvents(QUEUE_NAME, index);
