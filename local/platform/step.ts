/** A step of a command. */
export interface Step {
  readonly title: string;
  /**
   * Runs the step and returns lines that describe its result. Throws if it fails.
   *
   * @param report - shows a line of progress, which replaces the previous one
   */
  run(report: (line: string) => void): Promise<string[]>;
}
