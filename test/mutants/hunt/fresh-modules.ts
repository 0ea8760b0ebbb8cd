import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = pathToFileURL(`${join(import.meta.dirname, '../../..')}/`).href;
const VISIT = 'visit';

/** A file whose content differs from the one on disk, by its path in the repository. */
export interface ChangedFile {
  readonly file: string;
  readonly source: string;
}

const stripped = new Map<string, string>();
let changed: ChangedFile | undefined;
let visits = 0;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const visit = new URL(context.parentURL ?? ROOT).searchParams.get(VISIT);
    return visit && isOurs(resolved.url) ? { ...resolved, url: `${resolved.url}?${VISIT}=${visit}` } : resolved;
  },
  load(url, context, nextLoad) {
    if (!isOurs(url) || !url.includes(`?${VISIT}=`)) return nextLoad(url, context);
    return { format: 'module', source: javaScriptOf(fileOf(url)), shortCircuit: true };
  },
});

/** Imports a file and all of ours that it imports anew; packages are imported once in a thread. */
export function importAfresh(file: string, change?: ChangedFile): Promise<unknown> {
  changed = change;
  return import(`${ROOT}${file}?${VISIT}=${++visits}`);
}

function isOurs(url: string): boolean {
  return url.startsWith(ROOT) && !url.includes('/node_modules/') && /\.ts(\?|$)/.test(url);
}

function fileOf(url: string): string {
  return fileURLToPath(url).slice(fileURLToPath(ROOT).length);
}

function javaScriptOf(file: string): string {
  if (changed?.file === file) return stripTypeScriptTypes(changed.source);
  const known = stripped.get(file) ?? stripTypeScriptTypes(readFileSync(new URL(file, ROOT), 'utf8'));
  stripped.set(file, known);
  return known;
}
