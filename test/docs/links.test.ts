import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

test.each(globSync(['*.md', '.github/*.md', 'docs/**/*.md', 'lib/**/*.md'], { cwd: ROOT }))(
  'what %s refers to is there',
  (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => join(dirname(page), path));
    const tests = [...text.matchAll(/\btest\/[\w/.-]+\.test\.ts/g)].map(([path]) => path);
    expect([...links, ...tests].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  },
);
