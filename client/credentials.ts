import { Sha256 } from '@aws-crypto/sha256-js';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { SignatureV4, type SignatureV4Init } from '@smithy/signature-v4';

/** A request as it will be sent, but for what proves its sender. */
export interface UnprovenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Proves to the API who sends a request: answers with the headers to send, those of the request among them. */
export type Credentials = (request: UnprovenRequest) => Promise<Record<string, string>>;

/** Proves nothing. */
export const asNobody: Credentials = async ({ headers }) => ({ ...headers });

/** A customer or a partner, by a token. */
export function withToken(token: () => Promise<string>): Credentials {
  return async ({ headers }) => ({ ...headers, authorization: `Bearer ${await token()}` });
}

/** A web shop, or a partner once it has a token too, by an API key. */
export function withApiKey(apiKey: string, rest: Credentials = asNobody): Credentials {
  return async (request) => ({ ...(await rest(request)), 'x-api-key': apiKey });
}

/** An operator, by a signature with AWS credentials: by default, those of this shell. */
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

/** `fetch` in somebody's name. */
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
