import type { APIGatewayProxyResult } from 'aws-lambda';
import type { FieldProblem } from '../../platform/field-problem.ts';

const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  500: 'Internal Server Error',
} as const;

/** An answer that says what is wrong, as a problem document. https://www.rfc-editor.org/rfc/rfc9457 */
export function problem(
  status: keyof typeof TITLES,
  detail: string,
  errors?: readonly FieldProblem[],
): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail, ...(errors && { errors }) }),
  };
}
