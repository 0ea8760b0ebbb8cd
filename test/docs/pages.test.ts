import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { DeployedResources } from '../../docs/generator/architecture/deployed-resources.ts';
import { drawnEdges } from '../../docs/generator/architecture/drawn-edges.ts';
import { nodesOf } from '../../docs/generator/architecture/nodes.ts';
import { PAGES } from '../../docs/generator/pages.ts';
import { assemblyFolder } from '../platform/synthesized-app.ts';

const { stacks } = new CloudAssembly(assemblyFolder()).getNestedAssembly('assembly-prod');

test.each(Object.entries(PAGES))('%s is up to date with the code; npm run docs writes it', (path, content) => {
  expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).toBe(content(stacks));
});

test('every function of prod that is ours is in a box of the picture', () => {
  const resources = new DeployedResources(stacks);
  const drawn = new Set(nodesOf(resources, drawnEdges(resources)).flatMap((node) => node.resources));
  const functions = resources.all.filter(
    ({ id, type }) => type === 'AWS::Lambda::Function' && !id.includes('CustomResourceProvider'),
  );
  expect(functions.length).toBeGreaterThan(30);
  expect(functions.filter((each) => !drawn.has(each))).toEqual([]);
});
