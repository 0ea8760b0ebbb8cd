import { entry } from '../../lambda/platform/settings.ts';
import { bind, binding } from '../../lib/platform/binding.ts';

const example = entry('orders/example', ['EXAMPLE_TABLE', 'EXAMPLE_LIMIT'], ['EXAMPLE_CACHE']);
const table = binding({ EXAMPLE_TABLE: 'table' });
const settings = { EXAMPLE_LIMIT: '7' };

test('an entry is deployed with the settings of its bindings and its own', () => {
  expect(bind(example, { bindings: [table], settings }).settings).toEqual({
    EXAMPLE_TABLE: 'table',
    EXAMPLE_LIMIT: '7',
  });
});

test('a setting that only some stages have may be given, by a binding or by itself', () => {
  expect(bind(example, { bindings: [table, binding({ EXAMPLE_CACHE: 'on' })], settings }).settings).toEqual(
    bind(example, { bindings: [table], settings: { EXAMPLE_LIMIT: '7', EXAMPLE_CACHE: 'on' } }).settings,
  );
});
