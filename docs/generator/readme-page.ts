import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { architectureSection } from './architecture/architecture-section.ts';
import { withSections } from './generated-sections.ts';

/** README.md with the picture of the architecture. */
export function readmePage(prod: readonly CloudFormationStackArtifact[]): string {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  return withSections(readme, () => architectureSection(prod));
}
