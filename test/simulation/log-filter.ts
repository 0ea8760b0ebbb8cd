const EQUALITY = /^\{ \$\.(\w+) = "([^"]*)" \}$/;

/**
 * Returns true if a metric filter counts a line of a log.
 *
 * @throws Error for a pattern that is no comparison of a field with a text
 */
export function isReport(pattern: string, line: string): boolean {
  const [, field = '', text] = EQUALITY.exec(pattern) ?? [];
  if (text === undefined) throw new Error(`the pattern ${pattern} is not simulated`);
  return line.includes(text) && JSON.parse(line)[field] === text;
}
