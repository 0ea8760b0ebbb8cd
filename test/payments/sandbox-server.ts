import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { AcceptedCredentials } from '../../lambda/payments/sandbox/accepted-credentials.ts';
import { answerRequest } from '../../lambda/payments/sandbox/answer-request.ts';
import { PaymentSandbox } from '../../lambda/payments/sandbox/payment-sandbox.ts';
import { SANDBOX_ROUTES } from '../../lambda/payments/sandbox/sandbox-routes.ts';
import { type WrongAnswer, wrongPayment } from './contradictions.ts';
import { InMemorySandboxStore } from './in-memory-sandbox-store.ts';

/** Time-outs that are long enough for a busy machine and short enough for tests that wait for them. */
export const TIMEOUTS = { connectTimeoutMs: 900, totalTimeoutMs: 1_000 };

/** Responds to every request to a local server. */
export type Answering = (request: IncomingMessage) => Promise<APIGatewayProxyStructuredResultV2>;

/** A local server on a free port. */
export interface LocalServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the responses of a function on a free local port. */
export async function serve(answering: Answering): Promise<LocalServer> {
  const server: Server = createServer(async (request, response) => {
    const { statusCode = 500, headers, body } = await answering(request);
    response.writeHead(statusCode, headers as Record<string, string>).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The sandbox with the routes of an HTTP API. */
export interface ServedSandbox extends LocalServer {
  /** Sets the current credential. */
  rotateTo(credential: string): void;
  /** Makes the next answer wrong. */
  answerWrongly(wrong: WrongAnswer): void;
}

/** Serves the sandbox on a free local port. */
export async function serveSandbox(credential: string): Promise<ServedSandbox> {
  let current = credential;
  let wrong: WrongAnswer | undefined;
  let previous: string | undefined;
  const store = new InMemorySandboxStore();
  const sandbox = {
    credentials: new AcceptedCredentials(async () => current, store),
    payments: new PaymentSandbox({
      store,
      now: () => new Date(),
      outlastClient: () => setTimeout(TIMEOUTS.totalTimeoutMs * 2, undefined, { ref: false }),
    }),
  };
  const server = await serve(async (request) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const answer = await answerRequest(sandbox, {
      ...routed(`${request.method} ${pathname}`),
      headers: { authorization: request.headers.authorization },
      queryStringParameters: Object.fromEntries(searchParams),
      body: await text(request),
    });
    const [body = '', before = body] = [answer.body, previous];
    const sent = wrong ? JSON.stringify(wrongPayment(wrong, JSON.parse(body), JSON.parse(before))) : body;
    [wrong, previous] = [undefined, body];
    return { ...answer, body: sent };
  });
  return {
    ...server,
    answerWrongly: (next) => {
      wrong = next;
    },
    rotateTo: (next) => {
      current = next;
    },
  };
}

/** The route of a request and the parameters of its path, as API Gateway matches them. */
function routed(asked: string): { routeKey: string; pathParameters: Record<string, string> } {
  for (const routeKey of SANDBOX_ROUTES) {
    const match = new RegExp(`^${routeKey.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(asked);
    if (match) return { routeKey, pathParameters: { ...match.groups } };
  }
  return { routeKey: '$default', pathParameters: {} };
}
