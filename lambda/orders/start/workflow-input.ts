import { isKnownStatus, type OrderStatus } from '../domain/order.ts';

/** What the order workflow is started with: which order, and what is to become of it. */
export interface WorkflowInput {
  readonly orderId: string;
  readonly kind: 'purchase' | 'refund' | 'cancellation';
}

/** The kind of workflow an order in this status calls for. */
export const WORKFLOW_KINDS: Partial<Record<OrderStatus, WorkflowInput['kind']>> = {
  PLACED: 'purchase',
  REFUND_REQUESTED: 'refund',
  CANCELLING: 'cancellation',
};

/** The kind of workflow that a stored order calls for; none for a status that this release does not know. */
export function workflowKindOf(status: string): WorkflowInput['kind'] | undefined {
  return isKnownStatus(status) ? WORKFLOW_KINDS[status] : undefined;
}

/** The name of the execution that handles an order: starting it twice starts it once. */
export function executionName({ orderId, kind }: WorkflowInput): string {
  return `${orderId}-${kind}`;
}

/** The order that an execution handles, by the execution's name. */
export function orderIdOf(execution: string): string {
  return execution.replace(/-(purchase|refund|cancellation)$/, '');
}
