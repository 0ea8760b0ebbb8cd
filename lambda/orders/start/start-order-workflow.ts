import type { StoredOrder } from '../domain/order.ts';
import { workflowKindOf } from './workflow-input.ts';
import type { Workflows } from './workflows.ts';

/** Starts the order workflow for an order that was placed, asked back or cancelled. */
export async function startOrderWorkflow(workflows: Workflows, { orderId, status }: StoredOrder): Promise<void> {
  const kind = workflowKindOf(status);
  if (kind) await workflows.start({ orderId, kind });
}
