import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Documented,
  type DocumentedProperty,
  inheritedBy,
  membersOf,
  propertiesOf,
  purposeOf,
} from './documented.ts';
import { exampleOf } from './example.ts';

/**
 * The section of a folder's README about a construct: its purpose, properties and members, and a use of it.
 *
 * @param subject - the construct, its file and the file to take the example from, both by their paths from the folder
 */
export function constructSection(folder: string, subject: string): string {
  const [name = '', file = '', exampleFile = ''] = subject.split(' ');
  const source = readFileSync(join(folder, file), 'utf8');
  const inherited = inheritedBy(name, source);
  const example = exampleOf(name, readFileSync(join(folder, exampleFile), 'utf8'));
  return [
    purposeOf(name, source),
    ...table(['property', 'type', 'default', 'purpose'], propertiesOf(name, source).map(propertyRow)),
    ...(inherited ? [`It also takes the properties of \`${inherited}\`.`] : []),
    ...table(['member', 'purpose'], membersOf(name, source).map(memberRow)),
    `From [${exampleFile.split('/').at(-1)}](${exampleFile}):\n\n\`\`\`ts\n${example}\n\`\`\`\n`,
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly string[][]): string[] {
  if (rows.length === 0) return [];
  return [[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

function propertyRow({ name, type, byDefault, text }: DocumentedProperty): string[] {
  return [`\`${name}\``, `\`${type.replaceAll('|', '\\|')}\``, byDefault ?? 'required', text].map(inCell);
}

function memberRow({ name, text }: Documented): string[] {
  return [`\`${name}\``, inCell(text)];
}

/** A text in one line, as a cell of a table must be. */
function inCell(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
