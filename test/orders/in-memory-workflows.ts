import { executionName, type WorkflowInput } from '../../lambda/orders/workflow-input.ts';
import type { Workflows } from '../../lambda/orders/workflows.ts';

/** Executions in memory, by name: each starts once. */
export class InMemoryWorkflows implements Workflows {
  /** What was started, in order. */
  readonly started: WorkflowInput[] = [];
  readonly #progress = new Map<string, 'RUNNING' | 'ENDED'>();
  readonly #run: (input: WorkflowInput) => void;

  /** Does something for each execution that starts; nothing without it. */
  constructor(run: (input: WorkflowInput) => void = () => {}) {
    this.#run = run;
  }

  async start(input: WorkflowInput): Promise<void> {
    const name = executionName(input);
    if (this.#progress.has(name)) return;
    this.#progress.set(name, 'RUNNING');
    this.started.push(input);
    this.#run(input);
  }

  async progress(input: WorkflowInput): Promise<'MISSING' | 'RUNNING' | 'ENDED'> {
    return this.#progress.get(executionName(input)) ?? 'MISSING';
  }

  /** Marks an execution as ended, however it did. */
  end(input: WorkflowInput): void {
    this.#progress.set(executionName(input), 'ENDED');
  }
}
