/** A step of a run, and what came of it. */
export interface Step {
  readonly title: string;
  /**
   * Does the step and says what came of it, line by line; throws where it cannot.
   *
   * @param report - takes a line on how far it is; the next one replaces it
   */
  run(report: (line: string) => void): Promise<string[]>;
}
