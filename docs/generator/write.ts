import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { breakingChanges } from './compatibility/breaking-changes.ts';
import { PAGES } from './pages.ts';
import { prodStacks } from './prod-stacks.ts';

process.env.CDK_VALIDATION = 'false';
const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } });
const prod = prodStacks();
for (const [path, content] of Object.entries(PAGES)) {
  writeFileSync(fileOf(path), content(prod));
  console.log(path);
}
if (values.release) release();

/** Makes the current document the released one. */
function release(): void {
  const [released, today] = ['docs/openapi.released.json', 'docs/openapi.json'].map(fileOf) as [string, string];
  const document = readFileSync(today, 'utf8');
  const before = existsSync(released) ? readFileSync(released, 'utf8') : document;
  const breaks = breakingChanges(JSON.parse(before), JSON.parse(document));
  if (breaks.length > 0) {
    console.error(`Breaking changes, which need a new version of the API:\n${breaks.join('\n')}`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(released, document);
  console.log('docs/openapi.released.json');
}

function fileOf(path: string): string {
  return join(import.meta.dirname, '../..', path);
}
