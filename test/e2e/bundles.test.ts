import { globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ISSUE_INVOICE_BYTES, MEDIAN_BYTES } from '../../bench/bundles/limits.ts';
import { median } from '../../bench/median.ts';
import { BUNDLES } from '../../lib/platform/bundle-functions.ts';

const sizeOf = (entry: string) => statSync(join(BUNDLES, entry, 'index.js')).size;

test('the deployed bundles keep the limits of their sizes', () => {
  const entries = globSync('*/*/index.js', { cwd: BUNDLES }).map(dirname);
  expect(entries).toContain('documents/issue-invoice');
  expect(median(entries.map(sizeOf))).toBeLessThanOrEqual(MEDIAN_BYTES);
  expect(sizeOf('documents/issue-invoice')).toBeLessThanOrEqual(ISSUE_INVOICE_BYTES);
});
