import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { type Headers, mergeHeaders, responseHeader, staticHeaders } from './static-headers.ts';

/** One of the answers an integration gives. */
export interface Answer {
  /** The status that the caller sees. */
  readonly status: number;
  /**
   * The statuses of the backend it is given for, as a regular expression.
   *
   * @default - all that no other answer is given for
   */
  readonly backendStatus?: string;
  /**
   * The mapping template of its body.
   *
   * @default - the backend's body
   */
  readonly body?: string;
  /**
   * Headers of this answer alone, in place of any of that name that all answers have.
   *
   * @default - none
   */
  readonly headers?: Headers;
  /**
   * The headers that pass as the backend sent them.
   *
   * @default - none
   */
  readonly passedHeaders?: readonly string[];
  /**
   * Whether the body is bytes and no text.
   *
   * @default false
   */
  readonly binary?: boolean;
  /**
   * The statuses that the body's template may put in place of this one.
   *
   * @default - none
   */
  readonly overrides?: readonly number[];
}

/** An integration's answers, as its integration and its method want them told. */
export interface Answers {
  /** For the integration: which of them to give, and how to make it. */
  readonly integrationResponses: apigateway.IntegrationResponse[];
  /** For the method: which of them there are. */
  readonly methodResponses: apigateway.MethodResponse[];
}

/** Answers that each carry the headers that all answers of the API have. */
export function answersOf(answerHeaders: Headers, answers: readonly Answer[]): Answers {
  const responses = answers.map((answer) => ({ answer, responseParameters: parametersOf(answerHeaders, answer) }));
  return {
    integrationResponses: responses.map(({ answer, responseParameters }) => ({
      statusCode: `${answer.status}`,
      ...(answer.backendStatus && { selectionPattern: answer.backendStatus }),
      ...(answer.body && { responseTemplates: { 'application/json': answer.body } }),
      responseParameters,
      // Left alone, API Gateway takes a text for base64 when the caller would accept one of the API's binary types
      // (`Accept: application/pdf`), and a PDF for text when not.
      // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
      contentHandling: answer.binary
        ? apigateway.ContentHandling.CONVERT_TO_BINARY
        : apigateway.ContentHandling.CONVERT_TO_TEXT,
    })),
    methodResponses: responses.flatMap(({ answer, responseParameters }) =>
      [answer.status, ...(answer.overrides ?? [])].map((status) => ({
        statusCode: `${status}`,
        responseParameters: Object.fromEntries(Object.keys(responseParameters).map((name) => [name, true])),
      })),
    ),
  };
}

function parametersOf(answerHeaders: Headers, { headers = {}, passedHeaders = [] }: Answer): Record<string, string> {
  return {
    ...staticHeaders(mergeHeaders(answerHeaders, headers)),
    ...Object.fromEntries(passedHeaders.map((name) => [responseHeader(name), `integration.response.header.${name}`])),
  };
}
