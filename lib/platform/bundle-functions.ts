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
