/** What the order workflow is started with: which order, and whether it is bought or given back. */
export interface WorkflowInput {
  readonly orderId: string;
  readonly kind: 'purchase' | 'refund';
}

/** What a handler found out, for the result handler to record. */
export type Outcome = 'RESERVED' | 'OUT_OF_STOCK' | 'REFUND_DUE';

/** The name of the execution that handles an order: starting it twice starts it once. */
export function executionName(input: WorkflowInput): string {
  return `${input.orderId}-${input.kind}`;
}
