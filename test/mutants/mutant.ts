import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applied, type Edit } from './edit.ts';
import type { ChangedFile } from './hunt/fresh-modules.ts';
import { RULES } from './rules/index.ts';
import { places } from './syntax.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A file with one change. */
export interface Mutant {
  readonly file: string;
  readonly rule: string;
  readonly line: number;
  /** The changed lines as they are and as the mutant has them. */
  readonly from: string;
  readonly to: string;
  /** The text that is removed or replaced. */
  readonly removed: string;
  readonly edit: Edit;
  /** A number that depends on the change alone, not on other places of the file. */
  readonly rank: string;
}

/** The mutants of all functions and of the infrastructure. */
export function allMutants(): Mutant[] {
  const files = globSync('{lambda,lib}/**/*.ts', { cwd: ROOT }).sort();
  return files.flatMap((file) => mutantsOf(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** The file of a mutant as the mutant has it. */
export function changedFile({ file, edit }: Mutant): ChangedFile {
  return { file, source: applied(readFileSync(join(ROOT, file), 'utf8'), edit) };
}

/** The mutants of a file, by every rule. */
export function mutantsOf(file: string, source: string): Mutant[] {
  const found = new Map<string, Mutant>();
  for (const place of places(source)) {
    for (const [rule, edits] of Object.entries(RULES)) {
      for (const edit of edits(place)) {
        const mutated = applied(source, edit);
        // Two rules can lead to the same text; the first one names it.
        if (mutated !== source && !found.has(mutated)) found.set(mutated, described(file, rule, source, edit));
      }
    }
  }
  return [...found.values()];
}

function described(file: string, rule: string, source: string, edit: Edit): Mutant {
  const first = source.lastIndexOf('\n', edit.start - 1) + 1;
  const end = source.indexOf('\n', edit.end);
  const last = end === -1 ? source.length : end;
  const [from, to] = [
    source.slice(first, last),
    source.slice(first, edit.start) + edit.text + source.slice(edit.end, last),
  ].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
  const rank = createHash('sha256').update([file, rule, from, to].join('\n')).digest('hex');
  const removed = source.slice(edit.start, edit.end);
  return { file, rule, line: source.slice(0, edit.start).split('\n').length, from, to, removed, edit, rank };
}
