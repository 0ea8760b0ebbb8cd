import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { type Headers, mergeHeaders, responseHeader, staticHeaders } from './static-headers.ts';

/** A response of an integration. */
export interface Answer {
  /** The status that the caller receives. */
  readonly status: number;
  /**
   * The statuses of the backend that select this response, as a regular expression.
   *
   * @default - all that select no other response
   */
  readonly backendStatus?: string;
  /**
   * The mapping template of the body.
   *
   * @default - the backend's body
   */
  readonly body?: string;
  /**
   * Headers of this response alone; they replace common headers of the same name.
   *
   * @default - none
   */
  readonly headers?: Headers;
  /**
   * Headers to pass through from the backend.
   *
   * @default - none
   */
  readonly passedHeaders?: readonly string[];
  /**
   * Set if the body is binary.
   *
   * @default false
   */
  readonly binary?: boolean;
  /**
   * The statuses that the template of the body may set instead of this one.
   *
   * @default - none
   */
  readonly overrides?: readonly number[];
}

/** The responses of an integration, for its integration and for its method. */
export interface Answers {
  /** The selection and mapping of each response, for the integration. */
  readonly integrationResponses: apigateway.IntegrationResponse[];
  /** The declaration of each response, for the method. */
  readonly methodResponses: apigateway.MethodResponse[];
}

/** Maps responses, each with the common headers of the API's responses. */
export function answersOf(answerHeaders: Headers, answers: readonly Answer[]): Answers {
  const responses = answers.map((answer) => ({ answer, responseParameters: parametersOf(answerHeaders, answer) }));
  return {
    integrationResponses: responses.map(({ answer, responseParameters }) => ({
      statusCode: `${answer.status}`,
      ...(answer.backendStatus && { selectionPattern: answer.backendStatus }),
      ...(answer.body && { responseTemplates: { 'application/json': answer.body } }),
      responseParameters,
      // By default API Gateway decodes text as base64 if the caller accepts one of the API's binary types
      // (`Accept: application/pdf`), and treats a PDF as text if not.
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
