/** A document of text in a monospaced font, whose characters are 0.6 times as wide as the font size. */
export interface TextDocument {
  readonly title: string;
  readonly createdAt: Date;
  /** The lines of each page. Long lines are not wrapped. */
  readonly pages: readonly (readonly string[])[];
}

/** The layout of a page, in points. */
export const LAYOUT = { width: 595.28, height: 841.89, margin: 50, fontSize: 9, lineHeight: 14 } as const;

/** Characters of WinAnsi from 0x80 to 0x9F; the others are as in Latin-1. A space stands for an undefined one. */
const WIN_ANSI_80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Writes text as a PDF of A4 pages in Courier, one of the fonts that every reader has.
 *
 * Nothing is compressed: the same document is the same bytes with any version of a compressor.
 * https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf
 */
export function textPdf({ title, createdAt, pages }: TextDocument): Uint8Array {
  const date = `(D:${createdAt.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ');
  return file([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
    `<< /Title <${utf16(title)}> /CreationDate ${date} /ModDate ${date} >>`,
    ...pages.flatMap((text, index) => [page(pageNumber(index) + 1), stream(content(text))]),
  ]);
}

/** The number of a page's object: four come before the first page, and each page is followed by its content. */
function pageNumber(index: number): number {
  return 5 + 2 * index;
}

function page(contents: number): string {
  const box = `[0 0 ${LAYOUT.width} ${LAYOUT.height}]`;
  return `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << /Font << /F1 3 0 R >> >> /Contents ${contents} 0 R >>`;
}

function content(text: readonly string[]): string {
  const { margin, height, fontSize, lineHeight } = LAYOUT;
  const start = `BT\n/F1 ${fontSize} Tf\n${lineHeight} TL\n${margin} ${height - margin - fontSize} Td`;
  return [start, ...text.map((line) => `<${winAnsi(line)}> Tj\nT*`), 'ET'].join('\n');
}

function stream(text: string): string {
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

/** A file of numbered objects, the first of which is the catalog and the fourth the information about the document. */
function file(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += lines(`${index + 1} 0 obj`, object, 'endobj');
    return `${String(offset).padStart(10, '0')} 00000 n `;
  });
  const size = objects.length + 1;
  const table = ['xref', `0 ${size}`, '0000000000 65535 f ', ...offsets];
  const trailer = ['trailer', `<< /Size ${size} /Root 1 0 R /Info 4 0 R >>`, 'startxref', `${text.length}`, '%%EOF'];
  // Only ASCII: as many bytes as characters.
  return Buffer.from(text + lines(...table, ...trailer), 'latin1');
}

function lines(...each: string[]): string {
  return each.map((line) => `${line}\n`).join('');
}

/** A line as hexadecimal digits in the encoding of the font; a question mark for a character that it lacks. */
function winAnsi(line: string): string {
  return Buffer.from(Array.from(line, winAnsiByte)).toString('hex').toUpperCase();
}

function winAnsiByte(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff)) return code;
  const special = WIN_ANSI_80.indexOf(character);
  return special < 0 ? 0x3f : 0x80 + special;
}

function utf16(text: string): string {
  return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('hex').toUpperCase();
}
