import { changedSource } from './changed-source.ts';
import { definitionMutants } from './definition-mutants.ts';
import { deployedWorkflow } from './deployed-workflow.ts';
import { SOURCE_MUTANTS } from './source-mutants.ts';

const workflow = deployedWorkflow();
const inDefinition = definitionMutants(workflow);

describe('the text of a source mutant occurs once in its file', () => {
  test.each(SOURCE_MUTANTS.map((mutant) => [mutant.name, mutant] as const))('%s', (_, mutant) => {
    expect(() => changedSource(mutant)).not.toThrow();
  });
});

describe('a definition mutant changes the workflow', () => {
  test.each(inDefinition.map((mutant) => [mutant.name, mutant] as const))('%s', (_, { change }) => {
    expect(change(workflow)).not.toEqual(workflow);
  });
});

test('every mutant has a name of its own', () => {
  const names = [...SOURCE_MUTANTS, ...inDefinition].map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
