import { described, type RunResult, type Scenario, simulate } from './simulation.ts';
import type { PreparedWorkflow } from './workflow.ts';

/** Counts what came of many runs, and keeps the first that went wrong. */
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

  /** Runs many scenarios, up to the first that goes wrong. */
  async runAll(scenarios: Iterable<Scenario>): Promise<void> {
    for (const scenario of scenarios) {
      if (this.firstFailure) return;
      await this.run(scenario);
    }
  }

  /** The first run that went wrong, in words; empty where all went well. */
  get report(): string {
    return this.firstFailure ? described(this.firstFailure) : '';
  }
}
