import { describeDocumentIndex } from './document-index-contract.ts';
import { describeDocumentStore } from './document-store-contract.ts';
import { InMemoryDocumentIndex, InMemoryDocuments } from './in-memory-documents.ts';

describeDocumentStore('memory', () => new InMemoryDocuments());
describeDocumentIndex('memory', () => new InMemoryDocumentIndex());
