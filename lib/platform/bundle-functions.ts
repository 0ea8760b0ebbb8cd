import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
/** Where the functions' sources are. */
export const SOURCES = join(ROOT, 'lambda');
/** Where each function's bundle is, below its entry's name. */
export const BUNDLES = join(ROOT, 'dist/functions');

/** How functions are bundled. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  // Error names decide which Retry and Catch of a state machine match.
  keepNames: true,
  platform: 'node',
  target: 'node24',
  // CommonJS imports faster than ES modules on Lambda, and `module` first lets esbuild drop what is unused.
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
  alias: { '@smithy/core/event-streams': join(SOURCES, 'platform/no-event-streams.ts') },
} satisfies BuildOptions;

const FINGERPRINT = join(BUNDLES, '.fingerprint');
let upToDate = false;

/** Bundles all functions in one pass, unless nothing has changed since the last: esbuild parses what they share once. */
export function bundleFunctions(): void {
  if (upToDate) return;
  const fingerprint = fingerprintOf(['package-lock.json', 'lib/platform/bundle-functions.ts', ...sources('**/*.ts')]);
  if (!existsSync(FINGERPRINT) || readFileSync(FINGERPRINT, 'utf8') !== fingerprint) {
    rmSync(BUNDLES, { recursive: true, force: true });
    bundle();
    writeFileSync(FINGERPRINT, fingerprint);
  }
  upToDate = true;
}

function bundle(): void {
  buildSync({
    ...BUNDLING,
    ...LEFT_OUT,
    entryPoints: sources('**/*.handler.ts').map((file) => ({
      in: file,
      out: join(entryOf(file), 'index'),
    })),
    absWorkingDir: ROOT,
    outdir: BUNDLES,
  });
}

/** The entry of a handler: its capability and its name, in whichever room of the capability it stands. */
function entryOf(file: string): string {
  return file.replace(/^lambda\/([^/]+)\/(?:.*\/)?([^/]+)\.handler\.ts$/, '$1/$2');
}

/** The sources that match, as paths from the root. */
function sources(pattern: string): string[] {
  return globSync(`lambda/${pattern}`, { cwd: ROOT }).sort();
}

function fingerprintOf(files: string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}
