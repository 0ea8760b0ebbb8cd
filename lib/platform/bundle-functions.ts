import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { literalKeys } from './literal-keys.ts';

/** The root folder of the repository. */
export const ROOT = join(import.meta.dirname, '../..');
/** The folder of the functions' sources. */
export const SOURCES = join(ROOT, 'lambda');
/** The folder of the bundles, each under the name of its entry. */
export const BUNDLES = join(ROOT, 'dist/functions');

/** The esbuild options of every function. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  // Lambda imports CommonJS faster than ES modules. With `module` first, esbuild drops unused code.
  format: 'cjs',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
} satisfies BuildOptions;

/** Parts of the AWS SDK that no function uses; docs/decisions/0020-small-bundles.md has the reasons. */
export const LEFT_OUT = {
  // The SDK imports these only if the environment has no credentials, which it always has on Lambda.
  external: [
    '@aws-sdk/credential-provider-http',
    '@aws-sdk/credential-provider-ini',
    '@aws-sdk/credential-provider-process',
    '@aws-sdk/credential-provider-sso',
    '@aws-sdk/credential-provider-web-identity',
    '@smithy/credential-provider-imds',
  ],
  alias: {
    '@aws-sdk/endpoint-cache': join(SOURCES, 'platform/no-endpoint-discovery.ts'),
    '@smithy/core/event-streams': join(SOURCES, 'platform/no-event-streams.ts'),
  },
  plugins: [literalKeys],
} satisfies BuildOptions;

/** Bundles all functions into a folder, and describes what is in each bundle. */
export async function bundleInto(outdir: string): Promise<Metafile> {
  const { metafile } = await build({ ...bundleOptions(outdir), metafile: true });
  return metafile;
}

/** Returns the esbuild options that bundle functions into a folder, by default all functions. */
export function bundleOptions(outdir: string, chosen = handlers()): BuildOptions {
  return {
    ...BUNDLING,
    ...LEFT_OUT,
    entryPoints: chosen.map((file) => ({ in: file, out: join(entryOf(file), 'index') })),
    absWorkingDir: ROOT,
    outdir,
  };
}

/** Returns the sources of all handlers, as paths relative to the repository. */
export function handlers(): string[] {
  return sources('**/*.handler.ts');
}

/** Returns the entry of a handler: its capability and its name, without the folders between them. */
export function entryOf(file: string): string {
  return file.replace(/^lambda\/([^/]+)\/(?:.*\/)?([^/]+)\.handler\.ts$/, '$1/$2');
}

/** Returns the sources of functions that match a pattern, as paths relative to the repository. */
export function sources(pattern: string): string[] {
  return globSync(`lambda/${pattern}`, { cwd: ROOT }).sort();
}

/** Returns the sources in each bundle, by its handler. */
export function sourcesByHandler({ outputs }: Metafile): Record<string, string[]> {
  const bundles = Object.values(outputs).map(({ entryPoint = '', inputs }) => [entryPoint, Object.keys(inputs)]);
  return Object.fromEntries(bundles);
}
