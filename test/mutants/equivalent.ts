import type { Mutant } from './mutant.ts';

/** A group of mutants that change nothing that anybody could notice, or nothing but a text for people. */
interface Equivalent {
  readonly reason: string;
  readonly is: (mutant: Mutant) => boolean;
}

const EQUIVALENT: readonly Equivalent[] = [
  {
    reason: 'a text for people, in the console of AWS, in a document or in an error',
    is: ({ rule, from }) =>
      rule === 'setting removed' && /\b(description|comment|summary|sid|message|detail):/i.test(from),
  },
];

/** Returns true for a mutant that is excluded, with a reason. */
export function isEquivalent(mutant: Mutant): boolean {
  return EQUIVALENT.some(({ is }) => is(mutant));
}
