import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
/** An import that is there at run time. */
const IMPORT = /^(?:import|export) (?!type )[^;]*?'(\.[^']+\.ts)';|\bimport\('(\.[^']+\.ts)'\)/gm;
const ANY_IMPORT = / from '(\.[^']+\.ts)';/g;
const APP = globSync('{bin,lib,lambda}/**/*.ts', { cwd: ROOT });

const imports = new Map<string, string[]>();

/** The files of the repository that a file imports, directly or through others, and itself. */
export function closureOf(file: string): Set<string> {
  const closure = new Set([file]);
  for (const each of closure) for (const imported of importsOf(each)) closure.add(imported);
  return closure;
}

/** The files of the app that import a file directly, types included. */
export function importersOf(file: string): string[] {
  return APP.filter((each) => {
    const source = readFileSync(join(ROOT, each), 'utf8');
    return [...source.matchAll(ANY_IMPORT)].some(([, from = '']) => join(each, '..', from) === file);
  });
}

function importsOf(file: string): string[] {
  const known = imports.get(file) ?? readImports(file);
  imports.set(file, known);
  return known;
}

function readImports(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [...source.matchAll(IMPORT)].map(([, from = '', dynamic = '']) => join(file, '..', from || dynamic));
}
