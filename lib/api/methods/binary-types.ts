import type { Operation } from '../operations/operation.ts';

/** The content types of requests and responses that the API must pass as bytes: for `binaryMediaTypes`. */
export function binaryTypes(operations: readonly Operation[]): string[] {
  const sent = operations.flatMap(({ body }) => (body && 'mediaTypes' in body ? body.mediaTypes : []));
  const answered = operations.flatMap(({ answers }) =>
    Object.values(answers).flatMap(({ mediaType = [] }) => mediaType),
  );
  return [...new Set([...sent, ...answered])];
}
