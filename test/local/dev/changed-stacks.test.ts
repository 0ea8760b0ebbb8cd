import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { changedStacks, readTemplates, type Templates } from '../../../local/dev/changed-stacks.ts';

/** Synthesizes two stacks of a stage, one with a function, and returns their templates. */
function templates(props: { s3Key: string; memorySize: number }): Templates {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'changed-stacks-')) });
  const stage = new Stage(app, 'local');
  const stack = new Stack(stage, 'orders');
  const { memorySize, s3Key } = props;
  new CfnFunction(stack, 'Function', { code: { s3Bucket: 'assets', s3Key }, role: 'role', memorySize });
  new Stack(stage, 'network');
  return readTemplates(app.synth().directory);
}

const deployed = templates({ s3Key: 'one', memorySize: 128 });

test('a stack with another property is deployed', () => {
  expect(changedStacks(deployed, templates({ s3Key: 'one', memorySize: 256 }))).toEqual(['local/orders']);
});

test('a stack with other code of a function is not deployed: the code is replaced', () => {
  expect(changedStacks(deployed, templates({ s3Key: 'two', memorySize: 128 }))).toEqual([]);
});

test('a new stack is deployed', () => {
  expect(changedStacks(new Map([...deployed].slice(0, 1)), deployed)).toEqual(['local/orders']);
});
