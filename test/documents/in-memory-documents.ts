import type { DocumentIndex } from '../../lambda/documents/document-index.ts';
import type { DocumentStore, NewDocument } from '../../lambda/documents/issue-invoice.ts';
import type { StoredDocument } from '../../lambda/documents/stored-document.ts';

/** Documents in memory. */
export class InMemoryDocuments implements DocumentStore {
  readonly documents = new Map<string, NewDocument>();

  async putNew(document: NewDocument): Promise<boolean> {
    if (this.documents.has(document.key)) return false;
    this.documents.set(document.key, document);
    return true;
  }

  async bodyOf(key: string): Promise<Uint8Array | undefined> {
    return this.documents.get(key)?.body;
  }
}

/** An index of documents in memory. */
export class InMemoryDocumentIndex implements DocumentIndex {
  readonly #documents = new Map<string, StoredDocument>();

  async record(document: StoredDocument): Promise<'RECORDED' | 'KNOWN'> {
    const known = this.#documents.get(document.documentKey);
    if (known && known.sequencer >= document.sequencer) return 'KNOWN';
    this.#documents.set(document.documentKey, document);
    return 'RECORDED';
  }

  async documentsOf(customerId: string): Promise<StoredDocument[]> {
    return [...this.#documents.values()].filter((document) => document.customerId === customerId);
  }
}
