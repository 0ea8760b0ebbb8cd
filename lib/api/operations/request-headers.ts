import type { Access, Operation } from './operation.ts';

/** The header of an API key. */
export const API_KEY_HEADER = 'X-Api-Key';

/** The headers with which a page in a browser authenticates a caller; no page signs requests of operators. */
const OF_ACCESS: Record<Access['kind'], readonly string[]> = {
  customer: ['Authorization'],
  partner: ['Authorization', API_KEY_HEADER],
  'api-key': [API_KEY_HEADER],
  operator: [],
  anyone: [],
};

/** The request headers of operations that a browser sends only if the response to a preflight request allows them. */
export function requestHeaders(operations: readonly Operation[]): string[] {
  const headers = operations.flatMap(({ access, body, headers }) => [
    ...OF_ACCESS[access.kind],
    ...(body ? ['Content-Type'] : []),
    ...Object.keys(headers?.shape ?? {}),
  ]);
  return [...new Set(headers)].sort();
}
