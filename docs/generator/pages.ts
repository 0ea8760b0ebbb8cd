import type { CloudFormationStackArtifact } from 'aws-cdk-lib/cx-api';
import { CONSTRUCT_PAGES } from './constructs/construct-pages.ts';
import { openApiDocument } from './openapi-document.ts';
import { orderWorkflowPage } from './order-workflow-page.ts';
import { readmePage } from './readme-page.ts';

/** The contents of the generated files, from the stacks of the stage prod, by path. */
export const PAGES: Record<string, (prod: readonly CloudFormationStackArtifact[]) => string> = {
  'README.md': readmePage,
  'docs/order-workflow.md': orderWorkflowPage,
  ...CONSTRUCT_PAGES,
  'docs/openapi.json': () => `${JSON.stringify(openApiDocument(), null, 2)}\n`,
};
