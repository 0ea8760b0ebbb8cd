import { type HttpRequest, type HttpResponse, response, textOf } from './http.ts';
import { ServiceError } from './service-error.ts';

const JSON_TYPE = 'application/x-amz-json-1.0';

/** A request of the JSON protocols. https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
export interface JsonRequest {
  readonly operation: string;
  readonly input: unknown;
}

/** Reads the operation and the input of a request. */
export function jsonRequest(request: Pick<HttpRequest, 'headers' | 'body'>): JsonRequest {
  return { operation: request.headers['x-amz-target']?.split('.')[1] ?? '', input: JSON.parse(textOf(request)) };
}

/** The response to a request: the output of the service, or its error. */
export async function jsonAnswer(output: () => object | Promise<object>): Promise<HttpResponse> {
  try {
    return response(200, JSON_TYPE, JSON.stringify(await output()));
  } catch (error) {
    if (error instanceof ServiceError) return jsonFailure(error);
    throw error;
  }
}

/** The response to a request that failed. */
export function jsonFailure({ name, message, status, fields }: ServiceError): HttpResponse {
  return response(status, JSON_TYPE, JSON.stringify({ __type: name, message, ...fields }));
}
