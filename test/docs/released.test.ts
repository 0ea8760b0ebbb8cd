import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { breakingChanges } from '../../docs/generator/compatibility/breaking-changes.ts';
import { openApiDocument } from '../../docs/generator/openapi-document.ts';

const RELEASED = join(import.meta.dirname, '../../docs/openapi.released.json');

test('the API is compatible with the released one; incompatible changes need a new version', () => {
  const today = JSON.parse(JSON.stringify(openApiDocument()));
  expect(breakingChanges(JSON.parse(readFileSync(RELEASED, 'utf8')), today)).toEqual([]);
});
