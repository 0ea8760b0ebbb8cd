import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient } from '../../client/api-client.ts';
import { withToken } from '../../client/credentials.ts';

/** A request that the API received. */
export interface Received {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string | Uint8Array;
}

/** An API that gives the answer of a test and records the requests. */
export class ApiServer {
  /** The received requests, in order. */
  readonly received: Received[] = [];
  /** The answer to the next requests. */
  answer: Answer = { status: 200, type: 'application/json', body: '{}' };

  readonly #server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    this.received.push({ method, url, headers, body: Buffer.concat(await request.toArray()) });
    const { status, type, body } = this.answer;
    response.writeHead(status, type ? { 'content-type': type } : {}).end(body);
  });

  /** Starts the server and returns a client that sends a token. */
  async start(): Promise<ApiClient> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    const { port } = this.#server.address() as AddressInfo;
    return new ApiClient('https://abc123.execute-api.eu-central-1.amazonaws.com/v1/', 'eu-central-1', {
      endpoint: `http://127.0.0.1:${port}`,
      credentials: withToken(async () => 'signed'),
    });
  }

  /** Stops the server. */
  stop(): void {
    this.#server.close();
  }
}
