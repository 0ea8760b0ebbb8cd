import type { Access, Operation } from './operation.ts';

const OF_EVERY_ROUTE: Record<number, string> = {
  403: 'Not allowed.',
  429: 'Too many requests; `Retry-After` says when to try again.',
  500: 'Something failed that nobody expected.',
  502: 'What stands behind the API ended, or answered what nobody expected.',
  504: 'What stands behind the API did not answer in time.',
};

const OF_ACCESS: Record<Access['kind'], Record<number, string>> = {
  customer: { 401: 'No access token, an expired one, or one without the scope.' },
  operator: { 403: 'Not signed, not by an operator, or not from where operators are.' },
  partner: {
    401: 'No token, or one that is expired, revoked or of an unknown issuer.',
    403: 'No API key, or nothing the partner is entitled to.',
    503: 'Tokens cannot be checked at the moment.',
  },
  'api-key': { 403: 'No API key, or an unknown one.' },
  anyone: {},
};

const OF_BODY: Record<number, string> = {
  400: 'The body is not as expected; `errors` says what is wrong.',
  413: 'The body is too large.',
};

const OF_JSON: Record<number, string> = { 415: 'The content type is not application/json.' };

const OF_PARAMETERS: Record<number, string> = { 400: 'A parameter or header is missing or not as expected.' };

/** Of an operation that makes nothing of a body and has no function behind it, which would not mind one. */
export const BODY_REFUSED: Record<number, string> = { 415: 'A body was sent, which nothing is made of.' };

/** Every problem an operation may be answered with, by status. */
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
