import type { Mutant } from './mutant.ts';

/** A group of mutants that nothing but a person who reads a text could notice. */
interface Equivalent {
  readonly reason: string;
  readonly is: (mutant: Mutant) => boolean;
}

const EQUIVALENT: readonly Equivalent[] = [
  {
    reason: 'a text for people, in a console, a document or a log',
    is: ({ removed }) => /^(description|comment|summary|sid|title|examples?)\b/i.test(removed),
  },
  {
    reason: 'an example in a document',
    is: ({ rule, from }) => rule === 'element removed' && /\bexamples?: \[/.test(from),
  },
];

/** Returns true for a mutant that is excluded, with a reason. */
export function isEquivalent(mutant: Mutant): boolean {
  return EQUIVALENT.some(({ is }) => is(mutant));
}
