import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { architectureSection } from './architecture/architecture-section.ts';

const BEGIN = '<!-- architecture: begin (written by npm run docs) -->';
const END = '<!-- architecture: end -->';

/** README.md with the picture of the architecture between its markers; the rest is written by hand. */
export function readmePage(): string {
  const page = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [before, rest] = page.split(BEGIN);
  const [, after] = (rest ?? '').split(END);
  if (before === undefined || after === undefined) throw new Error(`README.md must contain "${BEGIN}" and "${END}"`);
  return `${before}${BEGIN}\n${architectureSection()}${END}${after}`;
}
