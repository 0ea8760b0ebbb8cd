import { build } from 'esbuild';
import { CHECKOUT } from '../platform/checkout.ts';

/**
 * Returns the TypeScript sources that the app consists of, relative to the repository.
 *
 * @throws BuildFailure of esbuild if a source cannot be read or has a syntax error
 */
export async function appSources(): Promise<Set<string>> {
  const { metafile } = await build({
    entryPoints: ['bin/app.ts'],
    absWorkingDir: CHECKOUT,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return new Set(Object.keys(metafile.inputs));
}
