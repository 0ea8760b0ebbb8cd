import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from '../../docs/generator/pages.ts';

test.each(Object.entries(PAGES))('%s says what the code does; npm run docs writes it anew', (path, content) => {
  expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).toBe(content());
});
