/** Header values by name: `{ 'x-content-type-options': 'nosniff' }`. */
export type Headers = Readonly<Record<string, string>>;

/** Merges headers: a later one replaces an earlier one of the same name in any case. */
export function mergeHeaders(...all: readonly Headers[]): Headers {
  const byName = new Map<string, readonly [string, string]>();
  for (const [name, value] of all.flatMap((headers) => Object.entries(headers))) {
    byName.set(name.toLowerCase(), [name, value]);
  }
  return Object.fromEntries(byName.values());
}

/** The response parameters of headers with static values, which API Gateway expects in single quotes. */
export function staticHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [responseHeader(name), `'${value}'`]));
}

/** The name of a response header in API Gateway. */
export function responseHeader(name: string): string {
  return `method.response.header.${name}`;
}
