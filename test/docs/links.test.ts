import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

test.each(globSync(['*.md', '.github/*.md', 'docs/**/*.md', 'lib/**/*.md'], { cwd: ROOT }))(
  'the links and files that %s names exist',
  (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => join(dirname(page), path));
    const files =
      text.match(/(?<![\w/.-])(?:bench|bin|client|docs|emulator|lambda|lib|local|ops|test)\/[\w/.-]+\.\w+/g) ?? [];
    expect([...links, ...files].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  },
);
