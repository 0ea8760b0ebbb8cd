import type { WorkflowInput } from './workflow-input.ts';

/** The executions of the order workflow. */
export interface Workflows {
  /** Starts an execution; one that was started before counts as started. */
  start(input: WorkflowInput): Promise<void>;
  /** How far the execution of an order and kind is; `MISSING` where there is none, or none any more. */
  progress(input: WorkflowInput): Promise<'MISSING' | 'RUNNING' | 'ENDED'>;
}
