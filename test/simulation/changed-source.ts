import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ChangedSource } from './simulation-thread.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A condition, an effect or a key that is removed from the logic. */
export interface SourceMutant {
  readonly name: string;
  readonly file: string;
  /** The source text, which occurs exactly once. */
  readonly from: string;
  readonly to: string;
}

/**
 * The file of a mutant as the mutant has it.
 *
 * @throws Error if the file does not hold the mutant's text exactly once
 */
export function changedSource({ name, file, from, to }: SourceMutant): ChangedSource {
  const path = join(ROOT, file);
  const parts = readFileSync(path, 'utf8').split(from);
  if (parts.length !== 2) {
    throw new Error(`mutant "${name}": found ${parts.length - 1} times in ${file}, expected once: ${from}`);
  }
  return { url: pathToFileURL(path).href, source: parts.join(to) };
}
