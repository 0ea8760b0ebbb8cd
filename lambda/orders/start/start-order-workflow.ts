import { step } from '../../platform/step.ts';
import type { StoredOrder } from '../domain/order.ts';
import { workflowKindOf } from './workflow-input.ts';
import type { Workflows } from './workflows.ts';

/** Starts the order workflow for an order that was placed or cancelled, or whose refund was requested. */
export const startOrderWorkflow = step({
  entry: 'orders/start-order-workflow',
  settings: ['ORDER_WORKFLOW_ARN', 'SET_ASIDE_BUCKET'],
  run:
    ({ workflows }: { workflows: Workflows }) =>
    async ({ orderId, status }: StoredOrder): Promise<void> => {
      const kind = workflowKindOf(status);
      if (kind) await workflows.start({ orderId, kind });
    },
});
