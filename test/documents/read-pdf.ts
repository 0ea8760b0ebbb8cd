/** The text that each page of a PDF draws, as a reader would show it. */
export function textOf(pdf: Uint8Array): string[] {
  const source = Buffer.from(pdf).toString('latin1');
  return [...source.matchAll(/stream\nBT(.*?)ET\nendstream/gs)].map(([, content = '']) =>
    [...content.matchAll(/<([0-9A-F]*)> Tj/g)].map(([, hex = '']) => decoded(hex)).join('\n'),
  );
}

/** WinAnsi, the encoding of the standard fonts, is what the web calls windows-1252. */
const winAnsi = new TextDecoder('windows-1252');

function decoded(hex: string): string {
  return winAnsi.decode(Buffer.from(hex, 'hex'));
}
