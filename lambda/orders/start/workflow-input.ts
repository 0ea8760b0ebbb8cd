import { isKnownStatus, type Order, type OrderStatus } from '../domain/order.ts';

/** Input of the order workflow: the order and the kind of workflow. */
export interface WorkflowInput {
  readonly orderId: string;
  readonly kind: 'purchase' | 'refund' | 'cancellation';
}

/** The kind of workflow that an order in this status needs. */
export const WORKFLOW_KINDS: Partial<Record<OrderStatus, WorkflowInput['kind']>> = {
  PLACED: 'purchase',
  REFUND_REQUESTED: 'refund',
  CANCELLING: 'cancellation',
};

/** The statuses of orders that need a workflow. */
export const STATUSES_WITH_WORKFLOW = Object.keys(WORKFLOW_KINDS) as OrderStatus[];

/** The kind of workflow that a stored order needs; none for a status that this release does not know. */
export function workflowKindOf(status: string): WorkflowInput['kind'] | undefined {
  return isKnownStatus(status) ? WORKFLOW_KINDS[status] : undefined;
}

/** The name of the execution that handles an order: starting it twice starts it once. */
export function executionName({ orderId, kind }: WorkflowInput): string {
  return `${orderId}-${kind}`;
}

/**
 * The name of the execution in charge of an order: the one that has claimed its purchase, or the one that its status starts.
 *
 * Any other one was started by a person, or is over.
 */
export function executionInCharge({ orderId, status, execution }: Order): string {
  const kind = WORKFLOW_KINDS[status] ?? 'purchase';
  return kind === 'purchase' && execution ? execution : executionName({ orderId, kind });
}
