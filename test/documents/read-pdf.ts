import { inflateSync } from 'node:zlib';

/** The text that each page of a PDF draws, as a reader would show it. */
export function textOf(pdf: Uint8Array): string[] {
  const source = Buffer.from(pdf).toString('latin1');
  return [...source.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .filter((content) => content.includes('BT'))
    .map((content) => [...content.matchAll(/<([0-9A-F]*)> Tj/g)].map(([, hex = '']) => decoded(hex)).join('\n'));
}

/** The few characters of WinAnsi, the encoding of the standard fonts, that latin1 does not have. */
const WIN_ANSI: Record<string, string> = { '\x80': '€', '\x85': '…' };

function decoded(hex: string): string {
  return Buffer.from(hex, 'hex')
    .toString('latin1')
    .replace(/[\x80\x85]/g, (character) => WIN_ANSI[character] ?? '');
}
