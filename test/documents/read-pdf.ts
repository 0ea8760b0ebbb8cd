/** The text on each page of a PDF. */
export function textOf(pdf: Uint8Array): string[] {
  const source = Buffer.from(pdf).toString('latin1');
  return [...source.matchAll(/stream\nBT(.*?)ET\nendstream/gs)].map(([, content = '']) =>
    [...content.matchAll(/<([0-9A-F]*)> Tj/g)].map(([, hex = '']) => decoded(hex)).join('\n'),
  );
}

/** The encoding of the standard fonts: WinAnsi in PDF, windows-1252 on the web. */
const winAnsi = new TextDecoder('windows-1252');

function decoded(hex: string): string {
  return winAnsi.decode(Buffer.from(hex, 'hex'));
}
