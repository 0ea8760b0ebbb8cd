import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderWorkflowPage } from './order-workflow-page.ts';

test('docs/order-workflow.md shows the workflow that is deployed; npm run docs writes it anew', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/order-workflow.md'), 'utf8');
  expect(page).toBe(orderWorkflowPage());
});
