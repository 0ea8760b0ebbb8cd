import type { Access, Operation } from './operation.ts';

const OF_EVERY_ROUTE: Record<number, string> = {
  403: 'The caller is not allowed to do this.',
  429: 'Too many requests; `Retry-After` says when to try again.',
  500: 'An unexpected error occurred.',
  502: 'The backend failed.',
  504: 'The backend did not respond in time.',
};

const OF_ACCESS: Record<Access['kind'], Record<number, string>> = {
  customer: { 401: 'The access token is missing, invalid, expired or without the required scope.' },
  operator: { 403: 'The request is not signed by an operator, or comes from an address that is not allowed.' },
  partner: {
    401: 'The token is missing, invalid, expired, revoked or of an unknown issuer.',
    403: 'The API key is missing or unknown, or the partner is not entitled to this operation.',
    503: 'Tokens cannot be verified at the moment.',
  },
  'api-key': { 403: 'The API key is missing or unknown.' },
  anyone: {},
};

const OF_BODY: Record<number, string> = {
  400: 'The body is invalid; `errors` lists the fields.',
  413: 'The body is too large.',
};

const OF_JSON: Record<number, string> = { 415: 'The content type is not application/json.' };

const OF_PARAMETERS: Record<number, string> = { 400: 'A parameter or header is missing or invalid.' };

/** The problem of a request with a body, for an operation that takes none and has no function that would ignore it. */
export const BODY_REFUSED: Record<number, string> = { 415: 'This operation takes no body.' };

/** The problems that an operation may respond with, by status. */
export function problemsOf(operation: Operation): Record<number, string> {
  const { access, body, headers, queryParameters, problems } = operation;
  return {
    ...OF_EVERY_ROUTE,
    ...OF_ACCESS[access.kind],
    ...((headers ?? queryParameters) && OF_PARAMETERS),
    ...(body && OF_BODY),
    ...(body && 'schema' in body && OF_JSON),
    ...problems,
  };
}
