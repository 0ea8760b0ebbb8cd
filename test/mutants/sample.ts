import { EXPECTED } from './expected.ts';
import type { Mutant } from './mutant.ts';

/** The number of mutants of each rule that a sample has at least, if there are as many. */
const OF_EACH_RULE = 10;

/**
 * A sample of mutants, the same at each run: the expected ones, one of each file, and some of each rule.
 *
 * The order depends on the change that a mutant makes, so that a change elsewhere keeps the sample.
 */
export function sampleOf(mutants: readonly Mutant[]): Mutant[] {
  const ranked = mutants.toSorted((left, right) => (left.rank < right.rank ? -1 : 1));
  const ofEach = (group: (mutant: Mutant) => string, count: number) =>
    Object.values(Object.groupBy(ranked, group)).flatMap((some) => some?.slice(0, count) ?? []);
  const chosen = new Set([
    ...mutants.filter((mutant) => EXPECTED.some((expected) => expected.is(mutant))),
    ...ofEach(({ rule }) => rule, OF_EACH_RULE),
    ...ofEach(({ file }) => file, 1),
  ]);
  return mutants.filter((mutant) => chosen.has(mutant));
}
