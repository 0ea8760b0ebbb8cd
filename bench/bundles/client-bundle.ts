import { buildSync } from 'esbuild';
import { BUNDLING } from '../../lib/platform/bundle-functions.ts';
import type { SdkPart } from './function-bundles.ts';

/**
 * Bundles nothing but SDK clients and commands, with the settings of functions, but with nothing left out of the SDK.
 *
 * The clients are made as well: a function makes them while it is imported.
 */
export function clientBundle(sdk: readonly SdkPart[], outfile: string): void {
  const contents = sdk.flatMap(({ from, names }) => names.map((name) => used(from, name))).join('\n');
  buildSync({ ...BUNDLING, stdin: { contents, resolveDir: import.meta.dirname }, outfile });
}

/** Imports a client and makes it, or imports a command and keeps it. Two packages have a `QueryCommand`. */
function used(from: string, name: string): string {
  if (name === 'DynamoDBDocumentClient')
    return `import { ${name} } from '${from}'; ${name}.from(new DynamoDBClient());`;
  if (name.endsWith('Client')) return `import { ${name} } from '${from}'; new ${name}();`;
  return `export { ${name} as '${from} ${name}' } from '${from}';`;
}
