import { Template } from 'aws-cdk-lib/assertions';
import { mermaid } from './mermaid.ts';
import { prodStacks, stackId } from './prod-stacks.ts';
import { definitionOf } from './workflow-definition.ts';

/** docs/order-workflow.md, as it follows from the definition that is deployed. */
export function orderWorkflowPage(): string {
  const orders = prodStacks().find((stack) => stackId(stack) === 'orders');
  const definition = definitionOf(Template.fromJSON(orders?.template));
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
