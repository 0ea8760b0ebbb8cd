import { EventEmitter } from 'node:events';
import https, { type RequestOptions } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KinesisClient } from '@aws-sdk/client-kinesis';
import { SignatureV4 } from '@smithy/signature-v4';
import type { HttpRequest, HttpResponse } from '../../aws/http.ts';
import { SURROUNDINGS, type Surroundings } from './surroundings.ts';

const real = { request: https.request };
/** The response to requests outside of functions, such as those with which the SDK is prepared. */
const NOTHING: HttpResponse = { statusCode: 200, headers: {}, body: Buffer.from('{}') };

/** Replaces the network of this thread: the request handlers of the SDK, and the client of Node.js for HTTPS. */
export function replaceNetwork(): void {
  const handle = async (request: HttpRequest) => ({
    response: (await SURROUNDINGS.getStore()?.send(request)) ?? NOTHING,
  });
  // The clients of all services share two classes of handlers: for HTTP/1.1, and for HTTP/2.
  for (const { config } of [new DynamoDBClient(), new KinesisClient()]) {
    Object.assign(Object.getPrototypeOf(config.requestHandler), { handle });
  }
  // Half of the time of a request, and no service in memory reads a signature.
  Object.assign(SignatureV4.prototype, { sign: async (request: unknown) => request });
  https.request = ((url: URL, options: RequestOptions) => {
    const surroundings = SURROUNDINGS.getStore();
    return surroundings ? new VirtualRequest(surroundings, url, options) : real.request(url, options);
  }) as typeof https.request;
  syncBuiltinESMExports();
}

/** A request over HTTPS, on a connection of its own that is established at once. */
class VirtualRequest extends EventEmitter {
  readonly #surroundings: Surroundings;
  readonly #url: URL;
  readonly #options: RequestOptions;

  constructor(surroundings: Surroundings, url: URL, options: RequestOptions) {
    super();
    this.#surroundings = surroundings;
    this.#url = url;
    this.#options = options;
  }

  end(body?: string): void {
    const { method = 'GET', headers, signal } = this.#options;
    const { hostname, pathname } = this.#url;
    const request = { method, hostname, path: pathname, headers: headers as HttpRequest['headers'] };
    const failed = (error: unknown) => void this.emit('error', error);
    signal?.addEventListener('abort', () => failed(signal.reason));
    this.#surroundings.send(body === undefined ? request : { ...request, body }).then((response) => {
      if (!signal?.aborted) this.emit('response', readable(response));
    }, failed);
  }
}

function readable({ statusCode, body }: HttpResponse) {
  return {
    statusCode,
    async *[Symbol.asyncIterator]() {
      yield body;
    },
  };
}
