import type { RequestOpts } from '@oazapfts/runtime';
import { asNobody, asOperator, type Credentials, fetchAs } from './credentials.ts';

/** What the API answered. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body where it is JSON, a problem document for one; else undefined. */
  // biome-ignore lint/suspicious/noExplicitAny: the body is whatever the route answers with
  readonly body: any;
  /** The body as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly path: string;
  readonly headers?: Record<string, string>;
  /** The body as it is sent. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Whom an `ApiClient` calls, and as whom. */
export interface ApiClientOptions {
  /**
   * What stands in for AWS.
   *
   * @default - the endpoint of this shell, if it has one
   */
  readonly endpoint?: string;
  /**
   * In whose name requests are sent.
   *
   * @default - an operator's, by the AWS credentials of this shell
   */
  readonly credentials?: Credentials;
}

/** Calls the API in the name of one sender. */
export class ApiClient {
  readonly #apiUrl: string;
  readonly #region: string;
  readonly #options: ApiClientOptions;
  readonly #base: URL;
  readonly #credentials: Credentials;

  constructor(apiUrl: string, region: string, options: ApiClientOptions = {}) {
    this.#apiUrl = apiUrl;
    this.#region = region;
    this.#options = options;
    this.#base = reachable(new URL(apiUrl), options.endpoint ?? process.env.AWS_ENDPOINT_URL);
    this.#credentials = options.credentials ?? asOperator(region);
  }

  /** The last argument of the generated client's functions: lets them call this API in the sender's name. */
  get opts(): Required<Pick<RequestOpts, 'baseUrl' | 'fetch'>> {
    return { baseUrl: this.#base.href, fetch: fetchAs(this.#credentials) };
  }

  /** A client of the same API in the name of somebody else. */
  as(credentials: Credentials): ApiClient {
    return new ApiClient(this.#apiUrl, this.#region, { ...this.#options, credentials });
  }

  /** Sends a request in the sender's name. */
  async send({ method, path, headers = {}, body }: ApiRequest): Promise<ApiAnswer> {
    const url = new URL(path.replace(/^\//, ''), this.#base);
    const sent = await this.#credentials({ method, url, headers, body });
    const response = await fetch(url, { method, headers: sent, body, redirect: 'manual' });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: jsonOf(response, bytes), bytes };
  }

  /** Sends a request in nobody's name. */
  sendUnsigned(request: ApiRequest): Promise<ApiAnswer> {
    return this.as(asNobody).send(request);
  }
}

function jsonOf({ headers }: Response, bytes: Uint8Array): unknown {
  if (bytes.length === 0 || !/^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? ''))
    return undefined;
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** The address at which an API answers: where an endpoint stands in for AWS, it serves the API below a path. */
function reachable(apiUrl: URL, endpoint: string | undefined): URL {
  if (!endpoint) return apiUrl;
  const apiId = apiUrl.hostname.split('.')[0];
  return new URL(`/restapis/${apiId}${apiUrl.pathname.replace(/\/$/, '')}/_user_request_/`, endpoint);
}
