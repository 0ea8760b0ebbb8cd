import type { DocumentStore } from '../../lambda/documents/issue-invoice.ts';

/** A document store that a test can read. */
export interface DocumentsUnderTest extends DocumentStore {
  bodyOf(key: string): Promise<Uint8Array | undefined>;
}

/** The contract of every document store. */
export function describeDocumentStore(where: string, documentsThere: () => DocumentsUnderTest): void {
  describe(`documents in ${where}`, () => {
    const document = (key: string, text: string) => ({
      key,
      body: new TextEncoder().encode(text),
      contentType: 'text/plain',
    });
    let number = 0;
    const freshKey = () => `invoices/contract-${process.pid}/${number++}.pdf`;

    test('are stored under their keys', async () => {
      const documents = documentsThere();
      const key = freshKey();
      expect(await documents.putNew(document(key, 'first'))).toBe(true);
      expect(await documents.bodyOf(key)).toEqual(document(key, 'first').body);
    });

    test('are not replaced by a second document with the same key', async () => {
      const documents = documentsThere();
      const key = freshKey();
      await documents.putNew(document(key, 'first'));
      expect(await documents.putNew(document(key, 'second'))).toBe(false);
      expect(await documents.bodyOf(key)).toEqual(document(key, 'first').body);
    });
  });
}
