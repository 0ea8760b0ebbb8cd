import { prod } from '../../lib/stages/prod.ts';
import { definitionOf } from '../../test/orders/workflow-definition.ts';
import { templatesOf } from '../../test/platform/stage-template.ts';
import { mermaid } from './mermaid.ts';

/** docs/order-workflow.md, as it follows from the definition that is deployed. */
export function orderWorkflowPage(): string {
  const definition = definitionOf(templatesOf(prod)('orders'));
  return `# The order workflow

Written by \`npm run docs\` from the state machine that is deployed; a test fails when it is stale.

\`\`\`mermaid
${mermaid(definition)}
\`\`\`

Every task is tried again when it fails in passing, with backoff, jitter and a cap. Whatever else goes wrong leads to
\`CompensateOrder\`, which undoes the order, and then to \`Failed\`, where the alarm sees the execution; if undoing cannot
finish, \`NeedAttention\` hands the order over to a person. These edges are the same everywhere and not drawn.

What each step does is in the file of its name in [lambda/orders](../lambda/orders) or
[lambda/payments](../lambda/payments): \`ReserveStock\` in \`reserve-stock.ts\`.
`;
}
