import { entry } from '../../lambda/platform/settings.ts';
import { bind, binding } from '../../lib/platform/binding.ts';

// Checked by `npm run typecheck`: a line that is no error after `@ts-expect-error` fails it.

const example = entry('orders/example', ['EXAMPLE_TABLE', 'EXAMPLE_LIMIT'], ['EXAMPLE_CACHE']);
const onlyTable = entry('orders/only-table', ['EXAMPLE_TABLE']);
const nothing = entry('orders/nothing', []);
const table = binding({ EXAMPLE_TABLE: 'table' });
const other = binding({ OTHER_TABLE: 'other' });
const settings = { EXAMPLE_LIMIT: '7' };

// @ts-expect-error: EXAMPLE_LIMIT is missing
bind(example, { bindings: [table] });
// @ts-expect-error: EXAMPLE_TABLE is missing
bind(example, { bindings: [], settings });
// @ts-expect-error: EXAMPLE_TABLE is missing
bind(onlyTable, { bindings: [] });

// @ts-expect-error: OTHER_TABLE is not declared
bind(example, { bindings: [table, other], settings });
// @ts-expect-error: OTHER_LIMIT is not declared
bind(example, { bindings: [table], settings: { EXAMPLE_LIMIT: '7', OTHER_LIMIT: '8' } });
// @ts-expect-error: EXAMPLE_TABLE is given twice
bind(onlyTable, { bindings: [table], settings: { EXAMPLE_TABLE: 'table' } });
// @ts-expect-error: nothing is declared
bind(nothing, { bindings: [], settings });
// @ts-expect-error: nothing is declared
bind(nothing, { bindings: [other] });
