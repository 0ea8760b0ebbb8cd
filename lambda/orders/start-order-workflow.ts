import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Order } from './order.ts';
import { executionName, type WorkflowInput } from './workflow-input.ts';

/** The statuses that call for the workflow, and what kind of it. */
const KINDS: Partial<Record<Order['status'], WorkflowInput['kind']>> = {
  PLACED: 'purchase',
  REFUND_REQUESTED: 'refund',
};

/** Starts the order workflow for an order that was placed or asked back; started before counts as started. */
export async function startOrderWorkflow(client: SFNClient, stateMachineArn: string, order: Order): Promise<void> {
  const kind = KINDS[order.status];
  if (!kind) return;

  const input: WorkflowInput = { orderId: order.orderId, kind };
  try {
    await client.send(
      new StartExecutionCommand({ stateMachineArn, name: executionName(input), input: JSON.stringify(input) }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionAlreadyExists)) throw error;
  }
}
