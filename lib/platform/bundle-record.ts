import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLES, bundleOptions, entryOf, handlers, ROOT, sources, sourcesByHandler } from './bundle-functions.ts';

/** Description of the bundles in their folder. */
export interface BundleRecord {
  /** Hashes of all sources of functions, and of the files that every bundle depends on. */
  readonly hashes: Hashes;
  /** The sources in each bundle, by its handler. */
  readonly bundles: Readonly<Record<string, readonly string[]>>;
}

/** Hashes of files, by path. */
type Hashes = Readonly<Record<string, string>>;

const FILE = join(BUNDLES, '.record.json');
/** The files that every bundle depends on. */
export const SETTINGS = ['package-lock.json', 'lib/platform/bundle-functions.ts', 'lib/platform/literal-keys.ts'];
let upToDate = false;

/** Bundles the functions whose sources have changed since they were bundled, in one pass that parses shared code once. */
export function bundleFunctions(): void {
  if (upToDate) return;
  const record = readRecord();
  if (outdated(record, presentHashes()).length + removed(record).length > 0) {
    execFileSync(process.execPath, [join(import.meta.dirname, 'bundle-command.ts')], { stdio: 'inherit' });
  }
  upToDate = true;
}

/** Bundles functions as `bundleFunctions` does, in this process. */
export async function updateBundles(): Promise<void> {
  // Before bundling: a source that changes meanwhile counts as changed the next time.
  const hashes = presentHashes();
  const record = readRecord();
  const { metafile } = await build({ ...bundleOptions(BUNDLES, outdated(record, hashes)), metafile: true });
  const bundles = { ...record?.bundles, ...sourcesByHandler(metafile) };
  for (const handler of removed(record)) {
    delete bundles[handler];
    rmSync(join(BUNDLES, entryOf(handler)), { recursive: true, force: true });
  }
  writeFileSync(FILE, JSON.stringify({ hashes, bundles }));
}

/** Returns the description of the bundles in their folder; undefined if there are none. */
export function readRecord(): BundleRecord | undefined {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Returns the handlers that have no bundle or whose bundle contains a changed source. */
export function outdated(record: BundleRecord | undefined, hashes: Hashes): string[] {
  // Packages have no hash: package-lock.json has one.
  const isChanged = (file: string) => record?.hashes[file] !== hashes[file];
  if (SETTINGS.some(isChanged)) return handlers();
  return handlers().filter((handler) => record?.bundles[handler]?.some(isChanged) ?? true);
}

/** Returns the handlers that have a bundle but do not exist any more. */
export function removed(record: BundleRecord | undefined): string[] {
  const all = handlers();
  return Object.keys(record?.bundles ?? {}).filter((handler) => !all.includes(handler));
}

/** Returns the hashes of the files as they are now. */
function presentHashes(): Hashes {
  const files = [...SETTINGS, ...sources('**/*.ts')];
  return Object.fromEntries(files.map((file) => [file, hashOf(join(ROOT, file))]));
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
