import { diff } from 'jest-diff';
import { stringify } from 'yaml';
import { type DeployedStack, STAGES } from './every-stack.ts';

// A string is written as it is: what a reviewer reads is YAML, not YAML in quotes.
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

/** A template as YAML, without what changes with every edit of a function and what every stage has its own of. */
function readable({ template }: DeployedStack): string {
  return stringify(template, { lineWidth: 0, aliasDuplicateObjects: false })
    .replace(/\b[0-9a-f]{64}\b/g, '<hash>')
    .replace(/(?<![a-z])(?:local|dev|prod)-/g, '<stage>-')
    .replace(/(Key: stage\n\s+Value: |\n\s+stage: )\w+/g, '$1<stage>');
}

const byCapability = (stacks: DeployedStack[]) =>
  new Map(stacks.map((stack) => [stack.name.replace(/^(local|dev|prod)-/, ''), readable(stack)]));
const [local, dev, prod] = STAGES.map(({ stacks }) => byCapability(stacks));

test.each([...(prod ?? [])])('the stack %s of prod', (_, text) => {
  expect(text).toMatchSnapshot();
});

describe.each([
  ['dev', dev],
  ['local', local],
])('what %s has otherwise than prod', (_stage, stacks) => {
  test.each([...(stacks ?? [])])('in the stack %s', (capability, text) => {
    expect(diff(prod?.get(capability), text, DIFF_OPTIONS)).toMatchSnapshot();
  });
});
