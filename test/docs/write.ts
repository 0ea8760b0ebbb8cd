import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orderWorkflowPage } from './order-workflow-page.ts';

process.env.CDK_VALIDATION = 'false';
const page = join(import.meta.dirname, '../../docs/order-workflow.md');
writeFileSync(page, orderWorkflowPage());
console.log('docs/order-workflow.md');
