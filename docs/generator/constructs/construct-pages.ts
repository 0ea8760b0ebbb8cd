import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withSections } from '../generated-sections.ts';
import { constructSection } from './construct-section.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The READMEs of the folders in lib, by their paths. */
export const CONSTRUCT_PAGES: Record<string, () => string> = Object.fromEntries(
  globSync('lib/*/README.md', { cwd: ROOT }).map((page) => [page, () => constructPage(join(ROOT, page))]),
);

function constructPage(file: string): string {
  return withSections(readFileSync(file, 'utf8'), (subject) => constructSection(dirname(file), subject));
}
