import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { architectureSection } from '../../docs/generator/architecture/architecture-section.ts';
import { PAGES } from '../../docs/generator/pages.ts';
import { prodStacks, stackId } from '../../docs/generator/prod-stacks.ts';

test.each(Object.entries(PAGES))('%s is up to date with the code; npm run docs writes it', (path, content) => {
  expect(readFileSync(join(import.meta.dirname, '../..', path), 'utf8')).toBe(content());
});

test('every function of prod that is ours is in the picture, in the frame of its stack', () => {
  const picture = architectureSection();
  const functions = prodStacks().flatMap((stack) =>
    Object.entries<{ Type: string }>(stack.template.Resources)
      .filter(([id, { Type }]) => Type === 'AWS::Lambda::Function' && !id.includes('CustomResourceProvider'))
      .map(([id]) => ({ frame: frameOf(stackId(stack), picture), name: id.slice(0, -HASH) })),
  );
  expect(functions.length).toBeGreaterThan(30);
  const isDrawn = (name: string, drawn: string) =>
    name.endsWith(drawn) || (picture.includes(`all of ${drawn}"`) && name.startsWith(drawn));
  expect(functions.filter(({ frame, name }) => !frame.some((drawn) => isDrawn(name, drawn)))).toEqual([]);
});

/** The length of what the CDK adds to a construct's path for its logical id. */
const HASH = 8;

/** The names in a stack's frame. */
function frameOf(stack: string, picture: string): string[] {
  const [, frame = ''] = new RegExp(`^subgraph ${stack}\n(.*?)^end$`, 'ms').exec(picture) ?? [];
  return frame.match(/\b[A-Z]\w+/g) ?? [];
}
