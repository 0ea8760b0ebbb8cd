/** Headers by their names, each with its plain value: `{ 'x-content-type-options': 'nosniff' }`. */
export type Headers = Readonly<Record<string, string>>;

/** Headers, those named later in place of earlier ones: whatever the case of a name, it is sent once. */
export function mergeHeaders(...all: readonly Headers[]): Headers {
  const byName = new Map<string, readonly [string, string]>();
  for (const [name, value] of all.flatMap((headers) => Object.entries(headers))) {
    byName.set(name.toLowerCase(), [name, value]);
  }
  return Object.fromEntries(byName.values());
}

/** Headers as the parameters of a response, whose values are expressions: `'nosniff'`, in quotes, stands for itself. */
export function staticHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [responseHeader(name), `'${value}'`]));
}

/** What API Gateway calls a header of an answer. */
export function responseHeader(name: string): string {
  return `method.response.header.${name}`;
}
