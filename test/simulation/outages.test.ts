import { readFileSync } from 'node:fs';
import { ALL_DEPENDENCIES } from './outage-scenarios.ts';
import { OUTAGE_TABLE } from './outage-table.ts';

test('the table of the documentation has each dependency, and in it no order failed or needs attention', () => {
  const [, , ...rows] = readFileSync(OUTAGE_TABLE, 'utf8').trim().split('\n');
  expect(rows.map((row) => row.split(' | ')[0]?.slice(2))).toEqual(ALL_DEPENDENCIES);
  for (const row of rows) {
    const cells = row.split(' | ').slice(1);
    expect(cells).toHaveLength(4);
    for (const cell of cells) expect(cell).toMatch(/^\d+ \/ \d+ \/ 0 \/ 0, /);
  }
});
