import { Sha256 } from '@aws-crypto/sha256-js';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { SignatureV4 } from '@smithy/signature-v4';

/** What the API answered. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the body is whatever the route answers with
  readonly body: any;
}

/** A request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  /** The body as it is sent. */
  readonly body?: string;
}

/** Calls the API with requests signed by the AWS credentials of this shell. */
export class ApiClient {
  readonly #base: URL;
  readonly #signer: SignatureV4;

  constructor(apiUrl: string, region: string, endpoint = process.env.AWS_ENDPOINT_URL) {
    this.#base = reachable(new URL(apiUrl), endpoint);
    this.#signer = new SignatureV4({
      service: 'execute-api',
      region,
      sha256: Sha256,
      credentials: fromNodeProviderChain(),
    });
  }

  /** Sends a request, signed. */
  async send(request: ApiRequest): Promise<ApiAnswer> {
    const url = this.#urlOf(request);
    const { headers } = await this.#signer.sign({
      method: request.method,
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port && { port: Number(url.port) }),
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: { host: url.host, ...request.headers },
      body: request.body,
    });
    return this.#fetch(request, headers);
  }

  /** Sends a request as it is, without a signature. */
  sendUnsigned(request: ApiRequest): Promise<ApiAnswer> {
    return this.#fetch(request, { ...request.headers });
  }

  #urlOf({ path }: ApiRequest): URL {
    return new URL(path.replace(/^\//, ''), this.#base);
  }

  async #fetch(request: ApiRequest, headers: Record<string, string>): Promise<ApiAnswer> {
    const { host: _, ...sent } = headers;
    const response = await fetch(this.#urlOf(request), { method: request.method, headers: sent, body: request.body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  }
}

/** The address at which an API answers: where an endpoint stands in for AWS, it serves the API below a path. */
function reachable(apiUrl: URL, endpoint: string | undefined): URL {
  if (!endpoint) return apiUrl;
  const apiId = apiUrl.hostname.split('.')[0];
  return new URL(`/restapis/${apiId}${apiUrl.pathname.replace(/\/$/, '')}/_user_request_/`, endpoint);
}
