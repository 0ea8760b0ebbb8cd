import { type HttpResponse, response } from './http.ts';
import type { ServiceError } from './service-error.ts';

/** A text in XML. */
export function escaped(text: string): string {
  return text.replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The response to a request of the query protocol. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function queryAnswer(operation: string, result: string): HttpResponse {
  const xml = `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`;
  return response(200, 'text/xml', xml);
}

/** The response to a request that failed, with the error inside of an element if the protocol wants it. */
export function xmlFailure({ name, message, status }: ServiceError, root?: string): HttpResponse {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Error><Type>${type}</Type><Code>${name}</Code><Message>${escaped(message)}</Message></Error>`;
  return response(status, 'text/xml', root ? `<${root}>${error}</${root}>` : error);
}
