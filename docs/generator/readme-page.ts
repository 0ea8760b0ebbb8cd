import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { architectureSection } from './architecture/architecture-section.ts';
import { withSections } from './generated-sections.ts';

/** README.md with the picture of the architecture. */
export function readmePage(): string {
  return withSections(readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8'), architectureSection);
}
