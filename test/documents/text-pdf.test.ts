import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { textPdf } from '../../lambda/documents/text-pdf.ts';

const createdAt = new Date('2026-01-02T03:04:05.678Z');
const pdf = textPdf({ title: 'Café (№ 1)', createdAt, pages: [['first'], ['second', 'third']] });
const read = () => PDFDocument.load(pdf, { updateMetadata: false, throwOnInvalidObject: true });

test('another PDF library reads the title and the time', async () => {
  const document = await read();
  expect(document.getTitle()).toBe('Café (№ 1)');
  expect(document.getCreationDate()?.toISOString()).toBe('2026-01-02T03:04:05.000Z');
  expect(document.getModificationDate()).toEqual(document.getCreationDate());
});

test('another PDF library reads each page in A4 with its font', async () => {
  const pages = (await read()).getPages();
  expect(pages.map((page) => page.getSize())).toEqual(Array(2).fill({ width: 595.28, height: 841.89 }));
  for (const page of pages) {
    expect(String(page.node.Resources()?.lookup(PDFName.of('Font')))).toContain('/F1 3 0 R');
    expect(page.node.Contents()).toBeDefined();
  }
});

test('the table contains the offset of each object, and the last line the offset of the table', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const [, table = '', start] =
    /\sxref\n0 \d+\n\d{10} 65535 f \n(.*)trailer\n.*startxref\n(\d+)\n%%EOF\n$/s.exec(text) ?? [];
  expect(text.slice(Number(start), Number(start) + 5)).toBe('xref\n');
  const entries = table.match(/.{19}\n/g) ?? [];
  expect(entries).toHaveLength(8);
  expect(entries.map((entry) => text.slice(Number(entry.slice(0, 10))).split('\n', 1)[0])).toEqual(
    entries.map((_, index) => `${index + 1} 0 obj`),
  );
});

test('each stream has the length that it declares', () => {
  const text = Buffer.from(pdf).toString('latin1');
  const streams = [...text.matchAll(/\/Length (\d+) >>\nstream\n(.*?)\nendstream/gs)];
  expect(streams.map(([, , content]) => content?.length)).toEqual(streams.map(([, length]) => Number(length)));
  expect(streams).toHaveLength(2);
});
