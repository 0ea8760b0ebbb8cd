import { diff } from 'jest-diff';
import { stringify } from 'yaml';
import type { DeployedStack } from './deployed-stacks.ts';
import { STAGES } from './every-stack.ts';

// Strings are written without quotes, as the YAML that a reviewer reads.
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: (value) => String(value) });

const plain = (text: string) => text;
const DIFF_OPTIONS = {
  contextLines: 2,
  expand: false,
  omitAnnotationLines: true,
  aColor: plain,
  bColor: plain,
  changeColor: plain,
  commonColor: plain,
  patchColor: plain,
};

/** Returns a template as YAML, without hashes of functions and names of the stage. */
function readable({ template }: DeployedStack, stage: string): string {
  return stringify(template, { lineWidth: 0, aliasDuplicateObjects: false })
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(new RegExp(`(?<![a-z])${stage}-`, 'g'), '<stage>-')
    .replace(/(Key: stage\n\s+Value: |\n\s+stage: )\w+/g, '$1<stage>');
}

const stages = new Map(
  STAGES.map(({ config: { name }, stacks }) => [
    name,
    new Map(stacks.map((stack) => [stack.name.replace(new RegExp(`^${name}-`), ''), readable(stack, name)])),
  ]),
);
const prod = stages.get('prod') ?? new Map<string, string>();
const others = [...stages].filter(([, stacks]) => stacks !== prod);

test.each([...prod])('the stack %s of prod', (_, text) => {
  expect(text).toMatchSnapshot();
});

describe.each(others)('the templates of %s, compared with prod', (_stage, stacks) => {
  test.each([...stacks])('stack %s', (capability, text) => {
    const differences = diff(prod.get(capability), text, DIFF_OPTIONS);
    // Without line numbers: a line more in prod would change every one below it.
    expect(differences?.replace(/^@@ .* @@$/gm, '@@')).toMatchSnapshot();
  });
});
