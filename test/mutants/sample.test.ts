import { EXPECTED } from './expected.ts';
import { allMutants, type Mutant } from './mutant.ts';
import { RULES } from './rules/index.ts';
import { sampleOf } from './sample.ts';

const mutants = allMutants();
const nameOf = ({ file, rule, from, to }: Mutant) => [file, rule, from, to].join('\n');

test.each(EXPECTED.map((expected) => [expected.name, expected] as const))(
  'there is a mutant in which %s',
  (_, expected) => {
    expect(mutants.some((mutant) => expected.is(mutant))).toBe(true);
  },
);

test('a sample has at least 300 mutants, of every rule and of every file that can be broken', () => {
  const sample = sampleOf(mutants);
  expect(sample.length).toBeGreaterThanOrEqual(300);
  expect(new Set(sample.map(({ rule }) => rule))).toEqual(new Set(Object.keys(RULES)));
  expect(new Set(sample.map(({ file }) => file))).toEqual(new Set(mutants.map(({ file }) => file)));
});

test('a change of one file keeps the sample of the others', () => {
  const [first, ...others] = sampleOf(mutants);
  const elsewhere = mutants.filter(({ file }) => file !== first?.file);
  const names = new Set(sampleOf(elsewhere).map(nameOf));
  const kept = others.filter((mutant) => mutant.file !== first?.file && names.has(nameOf(mutant)));
  expect(kept.length).toBe(others.filter(({ file }) => file !== first?.file).length);
});
