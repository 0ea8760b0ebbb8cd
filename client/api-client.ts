import type { RequestOpts } from '@oazapfts/runtime';
import { apiAddress } from './api-address.ts';
import { asNobody, asOperator, type Credentials, fetchAs } from './credentials.ts';

/** Response of the API with the body that the caller expects. */
export interface ApiAnswer<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The body if it is JSON, such as a problem document; otherwise undefined. */
  readonly body: Body;
  /** The body as received. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A request to the API. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly path: string;
  readonly headers?: Record<string, string>;
  /** The body as sent. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Options of an `ApiClient`. */
export interface ApiClientOptions {
  /**
   * Endpoint of an emulator of AWS.
   *
   * @default - AWS_ENDPOINT_URL, if set
   */
  readonly endpoint?: string;
  /**
   * Credentials of the caller.
   *
   * @default - an operator's: the AWS credentials of this shell
   */
  readonly credentials?: Credentials;
}

/** Calls the API as one caller. */
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
    this.#base = apiAddress(new URL(apiUrl), options.endpoint ?? process.env.AWS_ENDPOINT_URL);
    this.#credentials = options.credentials ?? asOperator(region);
  }

  /** The last argument of the generated client's functions, so that they call this API as this caller. */
  get opts(): Required<Pick<RequestOpts, 'baseUrl' | 'fetch'>> {
    return { baseUrl: this.#base.href, fetch: fetchAs(this.#credentials) };
  }

  /** Returns a client of the same API for another caller. */
  as(credentials: Credentials): ApiClient {
    return new ApiClient(this.#apiUrl, this.#region, { ...this.#options, credentials });
  }

  /** Sends a request as the caller. */
  async send<Body>({ method, path, headers = {}, body }: ApiRequest): Promise<ApiAnswer<Body>> {
    const url = new URL(path.replace(/^\//, ''), this.#base);
    const sent = await this.#credentials({ method, url, headers, body });
    const response = await fetch(url, { method, headers: sent, body, redirect: 'manual' });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: jsonOf(response.headers, bytes) as Body, bytes };
  }

  /** Sends a request without credentials. */
  sendUnsigned(request: ApiRequest): Promise<ApiAnswer> {
    return this.as(asNobody).send(request);
  }
}

/** Returns the body of a response if it is JSON; otherwise undefined. */
export function jsonOf(headers: Headers, bytes: Uint8Array): unknown {
  if (bytes.length === 0 || !/^application\/([\w.-]+\+)?json\b/.test(headers.get('content-type') ?? ''))
    return undefined;
  return JSON.parse(new TextDecoder().decode(bytes));
}
