import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

const SDK_SCHEMAS = /@aws-sdk[/\\]client-[^/\\]+[/\\]dist-es[/\\]schemas[/\\]schemas_0\.js$/;

/**
 * Writes the computed keys of the SDK's schemas as literals: `{ [_h]: … }` as `{ "http": … }`.
 *
 * esbuild must keep an object with a computed key, since computing a key might have a side effect. It kept the schemas of
 * all operations of S3 for that reason.
 */
export const literalKeys: Plugin = {
  name: 'literal-keys',
  setup: ({ onLoad }) =>
    onLoad({ filter: SDK_SCHEMAS }, ({ path }) => ({ contents: withLiteralKeys(readFileSync(path, 'utf8')) })),
};

function withLiteralKeys(source: string): string {
  const constants = new Map(
    [...source.matchAll(/^const (\w+) = (".*");$/gm)].map(([, name, text]) => [name, text] as const),
  );
  return source.replaceAll(/\[(\w+)\]:/g, (key, name) => (constants.has(name) ? `${constants.get(name)}:` : key));
}
