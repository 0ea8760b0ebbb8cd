import { Sha256 } from '@aws-crypto/sha256-js';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { SignatureV4, type SignatureV4Init } from '@smithy/signature-v4';

/** A request before authentication. */
export interface UnauthenticatedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Authenticates a request: returns its headers together with those that authenticate the caller. */
export type Credentials = (request: UnauthenticatedRequest) => Promise<Record<string, string>>;

/** No authentication. */
export const asNobody: Credentials = async ({ headers }) => ({ ...headers });

/** Authenticates a customer or a partner by a token. */
export function withToken(token: () => Promise<string>): Credentials {
  return async ({ headers }) => ({ ...headers, authorization: `Bearer ${await token()}` });
}

/** Authenticates a web shop by an API key, or a partner by an API key and a token. */
export function withApiKey(apiKey: string, rest: Credentials = asNobody): Credentials {
  return async (request) => ({ ...(await rest(request)), 'x-api-key': apiKey });
}

/** Authenticates an operator by a signature with AWS credentials, by default those of this shell. */
export function asOperator(
  region: string,
  credentials: SignatureV4Init['credentials'] = fromNodeProviderChain(),
): Credentials {
  const signer = new SignatureV4({ service: 'execute-api', region, sha256: Sha256, credentials });
  return async ({ method, url, headers, body }) => {
    const { host: _, ...signed } = (
      await signer.sign({
        method,
        protocol: url.protocol,
        hostname: url.hostname,
        ...(url.port && { port: Number(url.port) }),
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        headers: { host: url.host, ...headers },
        body,
      })
    ).headers;
    return signed;
  };
}

/** Returns a `fetch` that authenticates its requests. */
export function fetchAs(credentials: Credentials): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const bytes = new Uint8Array(await request.arrayBuffer());
    const body = bytes.length > 0 ? bytes : undefined;
    const { method } = request;
    const headers = await credentials({
      method,
      url: new URL(request.url),
      headers: Object.fromEntries(request.headers),
      body,
    });
    return fetch(request.url, { method, headers, body, redirect: 'manual' });
  };
}
