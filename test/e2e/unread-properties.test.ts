import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../local/checkout.ts';
import { UNREAD_PROPERTIES } from './unread-properties.ts';

const documentation = readFileSync(join(CHECKOUT, 'docs/local.md'), 'utf8');
const unread = readFileSync(UNREAD_PROPERTIES, 'utf8').trim().split('\n');

/** The text of a section of the documentation. */
function sectionOf(title: string): string {
  return documentation.split(/^## /m).find((section) => section.startsWith(title)) ?? '';
}

const inertTypes = Array.from(sectionOf('Inert types').matchAll(/^\| `(AWS::\w+::\w+)`/gm), ([, type]) => type);
const isInert = (property: string) => inertTypes.includes(property.split(' ')[0]);

test('docs/local.md lists the inert types of the templates', () => {
  const types = new Set(unread.filter(isInert).map((property) => property.split(' ')[0]));
  expect([...types]).toEqual(inertTypes);
});

test('docs/local.md lists every property that the emulator never reads, and no other', () => {
  const listed = Array.from(
    sectionOf('Properties without effect').matchAll(/^\| `(\S+ \S+)`/gm),
    ([, property]) => property,
  );
  expect(unread.filter((property) => !isInert(property))).toEqual(listed);
});
