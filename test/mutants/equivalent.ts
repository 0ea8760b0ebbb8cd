import type { Mutant } from './mutant.ts';

/** A group of mutants that nothing but a person who reads a text could notice. */
interface Equivalent {
  readonly reason: string;
  readonly is: (mutant: Mutant) => boolean;
}

const EQUIVALENT: readonly Equivalent[] = [
  {
    reason: 'a text for people, in a console, a document or a log',
    is: ({ removed }) => /^[\s,]*(description|comment|summary|sid|title|examples?):/.test(removed),
  },
  {
    reason: 'an example in a document',
    is: ({ rule, from }) => rule === 'element removed' && /\bexamples?: \[/.test(from),
  },
  {
    reason: 'the default of the CDK, spelled out; the flipped flag is a mutant of its own',
    is: ({ file, removed }) => file === 'lib/access/browser-client.ts' && /implicitCodeGrant/.test(removed),
  },
  {
    reason: 'the only domain of an address; without it, the address would be replaced',
    is: ({ file, removed }) => file === 'lib/network/nat-addresses.ts' && removed.includes("domain: 'vpc'"),
  },
  {
    reason: 'a number that the stage of the developers has chosen: any other valid one is as good',
    is: ({ file, rule }) => file === 'lib/stages/dev.ts' && rule === 'number changed',
  },
  {
    reason: 'the one statement of a program that the synthesis starts: without it, no function has a bundle',
    is: ({ file }) => file === 'lib/platform/bundle-command.ts',
  },
  {
    reason: 'a part of a synthesis that templates do not show, left out to save time',
    is: ({ file, rule }) => file === 'lib/template-app.ts' && ['setting removed', 'flag flipped'].includes(rule),
  },
  {
    reason: 'the sequence of the actions of a statement',
    is: ({ file, rule, from }) =>
      file.startsWith('lib/') && rule === 'arguments swapped' && /\.grant\(\w+, '/.test(from),
  },
];

/** Returns true for a mutant that is excluded, with a reason. */
export function isEquivalent(mutant: Mutant): boolean {
  return EQUIVALENT.some(({ is }) => is(mutant));
}
