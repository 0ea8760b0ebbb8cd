/** A request of the SDK, as its request handler receives it. */
export interface HttpRequest {
  readonly method: string;
  readonly hostname: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** A response to the SDK. */
export interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The text of the body of a request. */
export function textOf({ body = '' }: Pick<HttpRequest, 'body'>): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

/** A response of an XML or JSON protocol. */
export function response(statusCode: number, contentType: string, body: string): HttpResponse {
  return { statusCode, headers: { 'content-type': contentType }, body: Buffer.from(body) };
}
