/**
 * The value of an environment variable.
 *
 * @throws Error that names the variable: at a cold start, where the deployment notices, not at a customer's request
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}
