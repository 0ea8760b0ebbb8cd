import { EXPECTED } from './expected.ts';
import type { Mutant } from './mutant.ts';

/** The number of mutants that a sample has beside those of each rule and file. */
const SIZE = 300;
/** The number of mutants of each rule that a sample has at least, if there are as many. */
const OF_EACH_RULE = 10;

/**
 * A sample of mutants, the same at each run: the expected ones, some of each file and of each rule, and others.
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
    ...ranked.slice(0, SIZE),
  ]);
  return mutants.filter((mutant) => chosen.has(mutant));
}
