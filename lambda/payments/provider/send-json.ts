import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Settings } from '../../platform/settings.ts';

/** A request with a JSON body or without a body. */
export interface JsonRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The time-outs of a request. */
export interface RequestTimeouts {
  /** Until the connection is established, including TLS. */
  readonly connectTimeoutMs: number;
  /** Until the last byte of the response. */
  readonly totalTimeoutMs: number;
}

/** A response; the body is undefined if it is not JSON. */
export interface JsonResponse {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Sends a request on a new connection: one that was kept while the function was frozen may be dead, and the outcome of
 * a charge that was sent on it would be unknown.
 *
 * @throws Error if no response arrives in time
 */
export async function sendJson(request: JsonRequest, timeouts: RequestTimeouts): Promise<JsonResponse> {
  const signal = AbortSignal.timeout(timeouts.totalTimeoutMs);
  try {
    const response = await responseTo(request, timeouts.connectTimeoutMs, signal);
    return { status: response.statusCode ?? 0, body: parsed(await text(response)) };
  } catch (error) {
    throw signal.aborted ? new Error(`no answer within ${timeouts.totalTimeoutMs} ms`, { cause: error }) : error;
  }
}

function responseTo(
  { method, url, headers, body }: JsonRequest,
  connectTimeoutMs: number,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const [request, connected] = url.protocol === 'https:' ? [overHttps, 'secureConnect'] : [overHttp, 'connect'];
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) },
      agent: false,
      signal,
    });
    sent.on('socket', (socket) => limitConnecting(socket, connected, connectTimeoutMs));
    sent.on('response', resolve);
    sent.on('error', reject);
    sent.end(payload);
  });
}

function limitConnecting(socket: Socket, connected: string, limitMs: number): void {
  const timer = setTimeout(() => socket.destroy(new Error(`no connection within ${limitMs} ms`)), limitMs);
  for (const event of [connected, 'close']) socket.once(event, () => clearTimeout(timer));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The time-outs that a function's settings name. */
export function requestTimeouts(
  settings: Settings<'PAYMENT_CONNECT_TIMEOUT_MS' | 'PAYMENT_TOTAL_TIMEOUT_MS'>,
): RequestTimeouts {
  return {
    connectTimeoutMs: Number(settings.PAYMENT_CONNECT_TIMEOUT_MS),
    totalTimeoutMs: Number(settings.PAYMENT_TOTAL_TIMEOUT_MS),
  };
}
