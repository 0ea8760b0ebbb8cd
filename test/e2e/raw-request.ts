import { request } from 'node:http';
import { type ApiAnswer, type ApiClient, jsonOf } from '../../client/api-client.ts';

/** A request that is sent byte for byte: `fetch` would normalize its path and refuse some of its headers. */
export interface RawRequest {
  readonly method: string;
  /** The caller whose API receives the request; the headers contain the credentials. */
  readonly api: ApiClient;
  /** The unchanged path after the stage in the request line: `/orders/%2e%2e`. */
  readonly path: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Uint8Array;
  /**
   * The address of this machine to send from; on Linux, all of 127.0.0.0/8 is this machine.
   *
   * @default - chosen by the system: 127.0.0.1
   */
  readonly from?: string;
}

/** Sends a request without changing it. */
export function sendRaw({ method, api, path, headers, body, from }: RawRequest): Promise<ApiAnswer> {
  const { hostname: host, port, pathname } = new URL(api.opts.baseUrl);
  const options = { host, port, method, path: `${pathname.slice(0, -1)}${path}`, headers, localAddress: from };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = new Uint8Array(Buffer.concat(chunks));
        const received = new Headers(Object.entries(response.headers).map(([name, value]) => [name, `${value}`]));
        resolve({ status: response.statusCode ?? 0, headers: received, body: jsonOf(received, bytes), bytes });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
