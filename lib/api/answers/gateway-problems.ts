import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { PROBLEM_TITLES, PROBLEM_TYPE, type ProblemStatus } from '../../../lambda/api/http/problem.ts';
import { API_KEY_HEADER } from '../operations/request-headers.ts';
import { RETRY_AFTER } from './problem-answer.ts';

/** The problem document of a gateway response. */
type GatewayProblem = ({ readonly status: ProblemStatus } | DefaultProblem) & {
  /**
   * The detail of the problem, since the messages of API Gateway repeat signed requests with their session tokens.
   *
   * @default - the message of API Gateway
   */
  readonly detail?: string;
  /**
   * Headers of this response alone.
   *
   * @default - none
   */
  readonly headers?: Record<string, string>;
  /**
   * Further members, as variables of API Gateway.
   *
   * @default - none
   */
  readonly more?: Record<string, string>;
};

/** A problem whose status API Gateway chooses. */
interface DefaultProblem {
  readonly status?: undefined;
  readonly title: string;
}

const { ResponseType } = apigateway;

/** The message of the request validator, which names missing and unknown fields. */
const VALIDATION_ERRORS = { errors: '"$context.error.validationErrorString"' };

const BACKEND_FAILED: GatewayProblem = {
  status: 504,
  detail: 'The backend failed or did not respond in time. Try again.',
};

/** The problem of each gateway response. https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const PROBLEMS = new Map<apigateway.ResponseType, GatewayProblem>([
  [ResponseType.DEFAULT_4XX, { title: 'Request Refused', detail: 'The API does not accept this request.' }],
  [ResponseType.DEFAULT_5XX, { title: PROBLEM_TITLES[500], detail: 'An unexpected error occurred. Try again.' }],
  [ResponseType.BAD_REQUEST_BODY, { status: 400, more: VALIDATION_ERRORS }],
  [ResponseType.BAD_REQUEST_PARAMETERS, { status: 400, more: VALIDATION_ERRORS }],
  [
    ResponseType.UNAUTHORIZED,
    {
      status: 401,
      detail: 'Send a valid access token with the scope of this operation in the header Authorization: Bearer <token>.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    },
  ],
  [
    ResponseType.ACCESS_DENIED,
    { status: 403, detail: 'The caller is not allowed to do this, or not from this address.' },
  ],
  [
    ResponseType.MISSING_AUTHENTICATION_TOKEN,
    { status: 403, detail: 'The route does not exist, or it requires a request signed with AWS credentials.' },
  ],
  [ResponseType.EXPIRED_TOKEN, { status: 403, detail: 'The credentials of the signature have expired.' }],
  [ResponseType.INVALID_SIGNATURE, { status: 403, detail: 'The signature does not match the request.' }],
  [ResponseType.INTEGRATION_FAILURE, BACKEND_FAILED],
  [ResponseType.INTEGRATION_TIMEOUT, BACKEND_FAILED],
  [ResponseType.INVALID_API_KEY, { status: 403, detail: `Send a valid API key in the header ${API_KEY_HEADER}.` }],
  [ResponseType.REQUEST_TOO_LARGE, { status: 413, detail: 'The request is larger than 10 MB.' }],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, { status: 415 }],
  [ResponseType.THROTTLED, { status: 429, headers: { 'Retry-After': '1' } }],
  // API Gateway does not provide the time at which the period of the quota ends.
  [ResponseType.QUOTA_EXCEEDED, { status: 429, headers: { 'Retry-After': '3600' } }],
  [
    // The authorizer throws if it cannot verify a token: the request is refused, and trying again may help.
    ResponseType.AUTHORIZER_FAILURE,
    {
      status: 503,
      detail: 'Tokens cannot be verified at the moment. Try again.',
      headers: { 'Retry-After': RETRY_AFTER },
    },
  ],
]);

/** Adds gateway responses with the format and the headers of all other responses: problem documents of RFC 9457. */
export function addProblemResponses(restApi: apigateway.RestApi, answerHeaders: Record<string, string>): void {
  for (const [type, problem] of PROBLEMS) {
    const headers = { ...answerHeaders, 'Content-Type': PROBLEM_TYPE, ...problem.headers };
    restApi.addGatewayResponse(type.responseType, {
      type,
      ...(problem.status && { statusCode: String(problem.status) }),
      responseHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`])),
      templates: { 'application/json': template(problem) },
    });
  }
}

/**
 * The mapping template of a problem document; the variable `messageString` brings its own quotes.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
function template({ detail, more, ...problem }: GatewayProblem): string {
  const { status } = problem;
  const title = status ? PROBLEM_TITLES[status] : problem.title;
  const members = {
    type: '"about:blank"',
    title: JSON.stringify(title),
    ...(status && { status: String(status) }),
    detail: detail ? JSON.stringify(detail) : '$context.error.messageString',
    ...more,
    requestId: '"$context.requestId"',
  };
  return `{${Object.entries(members).map(([name, value]) => `"${name}":${value}`)}}`;
}
