import type { WorkflowInput } from './workflow-input.ts';

/** The executions of the order workflow. */
export interface Workflows {
  /** Starts an execution, unless it was started before. */
  start(input: WorkflowInput): Promise<void>;
  /** Returns the progress of an execution by its name; `MISSING` if it does not exist or its history has expired. */
  progress(execution: string): Promise<'MISSING' | 'RUNNING' | 'ENDED'>;
}
