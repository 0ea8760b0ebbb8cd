import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = globSync(['*.md', '.github/*.md', 'docs/**/*.md', 'lib/**/*.md'], { cwd: ROOT });

/** The links and files that the text of a page names and that do not exist. */
function missingFrom(page: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => join(dirname(page), path));
  const files = text.match(/(?<![\w/.-])(?:bench|bin|client|docs|emulator|lambda|lib|local|ops|test)\/[\w/.-]+\.\w+/g);
  return [...links, ...(files ?? [])].filter((path) => !existsSync(join(ROOT, path)));
}

test.each(PAGES)('the links and files that %s names exist', (page) => {
  expect(missingFrom(page, readFileSync(join(ROOT, page), 'utf8'))).toEqual([]);
});

test('a link and a file that do not exist are found, next to some that do', () => {
  const text = '[a](api.md) [b](nowhere.md#part) [c](https://example.com) `lib/nowhere.ts` and `bin/app.ts`';
  expect(missingFrom('docs/page.md', text)).toEqual(['docs/nowhere.md', 'lib/nowhere.ts']);
});
