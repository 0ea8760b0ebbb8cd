/** The codes of connections that cannot be made or are lost; Node.js gives their errors no name of their own. */
const CONNECTION_CODES = [
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/** A service was not reached, or failed: repeat the request later. */
export class ServiceUnavailable extends Error {
  override readonly name = 'ServiceUnavailable';
}

/** An error of a connection, or of a client of the SDK. */
interface Failure extends Error {
  readonly code: string;
  readonly $metadata: { readonly httpStatusCode?: number };
}

/** Returns an error of an outage as `ServiceUnavailable`, any other unchanged: a workflow knows an error by its name alone. */
export function asServiceUnavailable(error: unknown): unknown {
  const { message, code, $metadata } = error as Partial<Failure>;
  const failed = ($metadata?.httpStatusCode ?? 0) >= 500 || CONNECTION_CODES.includes(String(code));
  return failed ? new ServiceUnavailable(message, { cause: error }) : error;
}
