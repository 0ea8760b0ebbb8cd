import type { Order } from '../domain/order.ts';
import { WORKFLOW_KINDS } from './workflow-input.ts';
import type { Workflows } from './workflows.ts';

/** Starts the order workflow for an order that was placed, asked back or cancelled. */
export async function startOrderWorkflow(workflows: Workflows, { orderId, status }: Order): Promise<void> {
  const kind = WORKFLOW_KINDS[status];
  if (kind) await workflows.start({ orderId, kind });
}
