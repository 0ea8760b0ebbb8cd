import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RECORDS = globSync('docs/decisions/*.md', { cwd: join(import.meta.dirname, '../..') });

test.each(RECORDS)('%s has its number in its title, and a status', (path) => {
  const [, number] = /(\d{4})-[a-z0-9-]+\.md$/.exec(path) ?? [];
  const lines = readFileSync(join(import.meta.dirname, '../..', path), 'utf8').split('\n');
  expect(lines[0]).toMatch(new RegExp(`^# ${Number(number)}\\. `));
  expect(lines[2]).toMatch(/^Status: (proposed|accepted|superseded by \[\d+\]\([\w.-]+\))$/);
});

test('no two records have the same number', () => {
  const numbers = RECORDS.map((path) => /\d{4}/.exec(path)?.[0]);
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
});
