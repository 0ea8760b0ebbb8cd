import { described, type RunResult, type Scenario, simulate } from './simulation.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** One run, or several that follow from each other. */
export type Trial = (tally: Tally) => Promise<unknown>;

/** Counts the results of runs and keeps the first one that failed. */
export class Tally {
  runs = 0;
  injected = 0;
  violations = 0;
  firstFailure: RunResult | undefined;
  readonly #workflow: PreparedWorkflow;

  constructor(workflow: PreparedWorkflow) {
    this.#workflow = workflow;
  }

  /** Runs a scenario and counts it. */
  async run(scenario: Scenario): Promise<RunResult> {
    const result = await simulate(this.#workflow, scenario);
    this.runs++;
    this.injected += result.injected;
    if (result.violations.length > 0) {
      this.violations++;
      this.firstFailure ??= result;
    }
    return result;
  }

  /** Makes trials up to the first one that fails. */
  async runAll(trials: Iterable<Trial>): Promise<void> {
    for (const trial of trials) {
      if (this.firstFailure) return;
      await trial(this);
    }
  }

  /** A report of the first failed run; empty if none failed. */
  get report(): string {
    return this.firstFailure ? described(this.firstFailure) : '';
  }

  /** A line about the first failed run; empty if none failed. */
  get summary(): string {
    if (!this.firstFailure) return '';
    const { scenario, violations } = this.firstFailure;
    const faults = scenario.faults.map(({ kind }) => kind).join(', then ') || 'no fault';
    return `${scenario.journey.name}, ${faults}: ${violations[0]}`;
  }
}
