import type { DocumentIndex } from '../../lambda/documents/document-index.ts';
import type { StoredDocument } from '../../lambda/documents/stored-document.ts';

/** An index of documents that a test can read. */
export interface DocumentIndexUnderTest extends DocumentIndex {
  documentsOf(customerId: string): Promise<StoredDocument[]>;
}

/** The contract of every document index. */
export function describeDocumentIndex(where: string, indexThere: () => DocumentIndexUnderTest): void {
  describe(`a document index in ${where}`, () => {
    let number = 0;
    const aDocument = (): StoredDocument => {
      const customerId = `contract-${process.pid}-${number++}`;
      return {
        customerId,
        orderId: '01JD',
        documentKey: `invoices/${customerId}/01JD.pdf`,
        storedAt: '2026-01-01T10:00:00.000Z',
        size: 1_000,
        eTag: 'first',
        sequencer: '0055AED6DCD90281E5'.padEnd(64, '0'),
      };
    };
    const later = { eTag: 'later', sequencer: '0055AED6DCD90281E6'.padEnd(64, '0') };
    const earlier = { eTag: 'earlier', sequencer: '0055AED6DCD90281E4'.padEnd(64, '0') };

    test('lists only the documents of the given customer', async () => {
      const index = indexThere();
      const [mine, other] = [aDocument(), aDocument()];
      expect(await index.record(mine)).toBe('RECORDED');
      await index.record(other);
      expect(await index.documentsOf(mine.customerId)).toEqual([mine]);
    });

    test('keeps the later version of a document', async () => {
      const index = indexThere();
      const document = aDocument();
      await index.record(document);
      expect(await index.record({ ...document, ...later })).toBe('RECORDED');
      expect(await index.documentsOf(document.customerId)).toEqual([{ ...document, ...later }]);
    });

    test.each([
      ['an earlier version that arrives late', earlier],
      ['an event that arrives twice', {}],
    ])('is not changed by %s', async (_, different) => {
      const index = indexThere();
      const document = aDocument();
      await index.record(document);
      expect(await index.record({ ...document, size: 1, ...different })).toBe('KNOWN');
      expect(await index.documentsOf(document.customerId)).toEqual([document]);
    });
  });
}
