import type { APIGatewayProxyResult } from 'aws-lambda';
import type { FieldProblem } from '../../platform/field-problem.ts';

/** The titles of problems by status: the reason phrases of RFC 9110. https://www.rfc-editor.org/rfc/rfc9110#section-15 */
export const PROBLEM_TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

/** A status that the API answers problems with. */
export type ProblemStatus = keyof typeof PROBLEM_TITLES;

/** The media type of problem documents. https://www.rfc-editor.org/rfc/rfc9457 */
export const PROBLEM_TYPE = 'application/problem+json';

/** The members of every problem document. */
export function problemMembers(status: ProblemStatus, detail: string) {
  return { type: 'about:blank', title: PROBLEM_TITLES[status], status, detail };
}

/** A response with a problem document. */
export function problem(
  status: ProblemStatus,
  detail: string,
  errors?: readonly FieldProblem[],
): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: { 'content-type': PROBLEM_TYPE },
    body: JSON.stringify({ ...problemMembers(status, detail), ...(errors && { errors }) }),
  };
}
