import { request } from 'node:http';
import type { ApiAnswer } from '../../local/demo/api-client.ts';

/** A request that is sent byte for byte: `fetch` would tidy its path, and refuse some of its headers. */
export interface RawRequest {
  readonly method: string;
  /** The address of the API, as `ApiUrl` has it. */
  readonly apiUrl: string;
  /** What follows the stage in the request line, as it is: `/orders/%2e%2e`. */
  readonly path: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Uint8Array;
  /**
   * The address of this machine to send from; on Linux, all of 127.0.0.0/8 is this machine.
   *
   * @default - whichever the system takes: 127.0.0.1
   */
  readonly from?: string;
}

/** Sends a request as it stands. */
export function sendRaw({ method, apiUrl, path, headers, body, from }: RawRequest): Promise<ApiAnswer> {
  const { hostname, pathname } = new URL(apiUrl);
  const stage = pathname.replaceAll('/', '');
  const endpoint = new URL(process.env.AWS_ENDPOINT_URL ?? '');
  const line = `/restapis/${hostname.split('.')[0]}/${stage}/_user_request_${path}`;
  const options = { host: endpoint.hostname, port: endpoint.port, method, path: line, headers, localAddress: from };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = new Uint8Array(Buffer.concat(chunks));
        const received = new Headers(Object.entries(response.headers).map(([name, value]) => [name, `${value}`]));
        const isJson = /^application\/([\w.-]+\+)?json/.test(received.get('content-type') ?? '') && bytes.length > 0;
        const body = isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
        resolve({ status: response.statusCode ?? 0, headers: received, body, bytes });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
