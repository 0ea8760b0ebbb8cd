/**
 * Returns the value of an environment variable. Call it at module level, so that the cold start fails.
 *
 * @throws Error if the variable is not set
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}
