import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { PROBLEM_TITLES, PROBLEM_TYPE, type ProblemStatus } from '../../../lambda/api/http/problem.ts';
import { API_KEY_HEADER } from '../operations/request-headers.ts';
import { RETRY_AFTER } from './problem-answer.ts';

/** A refusal of the gateway's own, as a problem document says it. */
type GatewayProblem = ({ readonly status: ProblemStatus } | DefaultProblem) & {
  /**
   * What is wrong, in our own words: the gateway's repeat signed requests, with the session token in them.
   *
   * @default - what the gateway says
   */
  readonly detail?: string;
  readonly headers?: Record<string, string>;
  /** What more the document says, as the gateway's variables. */
  readonly more?: Record<string, string>;
};

/** A refusal whose status is the gateway's choice. */
interface DefaultProblem {
  readonly status?: undefined;
  readonly title: string;
}

const { ResponseType } = apigateway;

/** What the validator found, named by field where a field is missing or unknown. */
const VALIDATION_ERRORS = { errors: '"$context.error.validationErrorString"' };

const NO_ANSWER_IN_TIME: GatewayProblem = {
  status: 504,
  detail: 'What stands behind the API did not answer in time. Try again.',
};

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html */
const PROBLEMS = new Map<apigateway.ResponseType, GatewayProblem>([
  [ResponseType.DEFAULT_4XX, { title: 'Request Refused', detail: 'The request is not one that this API takes.' }],
  [
    ResponseType.DEFAULT_5XX,
    { title: PROBLEM_TITLES[500], detail: 'Nothing is known to be wrong with the request. Try again.' },
  ],
  [ResponseType.BAD_REQUEST_BODY, { status: 400, more: VALIDATION_ERRORS }],
  [ResponseType.BAD_REQUEST_PARAMETERS, { status: 400, more: VALIDATION_ERRORS }],
  [
    ResponseType.UNAUTHORIZED,
    {
      status: 401,
      detail:
        'Send an access token that is valid and has the scope of this operation, as: Authorization: Bearer <token>.',
      headers: { 'WWW-Authenticate': 'Bearer' },
    },
  ],
  [ResponseType.ACCESS_DENIED, { status: 403, detail: 'The caller may not do this, or not from here.' }],
  [
    ResponseType.MISSING_AUTHENTICATION_TOKEN,
    { status: 403, detail: 'There is no such route, or it wants a request signed with AWS credentials.' },
  ],
  [ResponseType.EXPIRED_TOKEN, { status: 403, detail: 'The credentials of the signature have expired.' }],
  [ResponseType.INVALID_SIGNATURE, { status: 403, detail: 'The signature does not match the request.' }],
  [ResponseType.INTEGRATION_FAILURE, NO_ANSWER_IN_TIME],
  [ResponseType.INTEGRATION_TIMEOUT, NO_ANSWER_IN_TIME],
  [
    ResponseType.INVALID_API_KEY,
    { status: 403, detail: `Send an API key that is valid for this API in the header ${API_KEY_HEADER}.` },
  ],
  [ResponseType.REQUEST_TOO_LARGE, { status: 413, detail: 'A request may have at most 10 MB.' }],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, { status: 415 }],
  [ResponseType.THROTTLED, { status: 429, headers: { 'Retry-After': '1' } }],
  // The quota's period ends at an hour the gateway does not tell.
  [ResponseType.QUOTA_EXCEEDED, { status: 429, headers: { 'Retry-After': '3600' } }],
  [
    // The authorizer throws where it cannot check a token: nobody is let in, and trying again may help.
    ResponseType.AUTHORIZER_FAILURE,
    {
      status: 503,
      detail: 'Tokens cannot be checked at the moment. Try again.',
      headers: { 'Retry-After': RETRY_AFTER },
    },
  ],
]);

/** Gives the gateway's own refusals the form and the headers of all others: problem documents of RFC 9457. */
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
 * The document, in the gateway's variables: `messageString` brings its own quotes.
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
