import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PLANS, Seeds } from './plan.ts';
import type { Workflow } from './workflow.ts';

/** A file whose content in a thread differs from the one on disk. */
export interface ChangedSource {
  readonly url: string;
  readonly source: string;
}

/** A plan to run, on a workflow. */
export interface PlanRequest {
  readonly workflow: Workflow;
  readonly plan: keyof typeof PLANS;
  readonly seeds: Seeds;
  /**
   * The share of the trials that is run, chosen pseudo-randomly.
   *
   * @default 1
   */
  readonly share?: number;
  /** The part of these trials that this thread runs, of a number of parts. @default - all */
  readonly part?: { readonly index: number; readonly of: number };
}

/** Result of a plan. */
export interface PlanResult {
  readonly runs: number;
  /** Number of faults that had an effect. */
  readonly injected: number;
  readonly violations: number;
  /** The first run that went wrong, step by step; empty if all went well. */
  readonly report: string;
  /** The first run that went wrong, in a line; empty if all went well. */
  readonly summary: string;
}

/** Thread that runs plans of the simulation: in Jest's sandbox, they would take twice as long. */
export class SimulationThread {
  readonly #worker: Worker;

  constructor(changed?: ChangedSource) {
    this.#worker = new Worker(join(import.meta.dirname, 'simulation-thread.worker.ts'), {
      workerData: changed,
      // Runs allocate many short-lived objects.
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    });
  }

  /** Runs one plan; the thread runs one at a time. */
  async run(request: PlanRequest): Promise<PlanResult> {
    this.#worker.postMessage(request);
    const [result] = await once(this.#worker, 'message');
    return result;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
