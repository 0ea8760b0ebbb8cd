import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/** Requests to send, and for how long. */
export interface LoadPhase {
  readonly url: string;
  /** The customer's access token. */
  readonly token: string;
  /** The body of every request. */
  readonly body: string;
  /** Number of concurrent requests. */
  readonly clients: number;
  readonly seconds: number;
}

/** Responses to the requests of a phase. */
export interface Responses {
  /** Latency of each accepted request, in milliseconds. */
  readonly times: readonly number[];
  /** The ids of the accepted orders. */
  readonly orderIds: readonly string[];
  /** Number of responses by status other than 202, and of requests without a response. */
  readonly others: ReadonlyMap<string, number>;
  /** Duration of the phase in seconds. */
  readonly seconds: number;
}

/** Time after which a request counts as unanswered, in seconds. */
const TIMEOUT_SECONDS = 30;
const ACCEPTED = 202;

/** Sends requests, each with an idempotency key of its own: each client sends the next when the last is answered. */
export async function sendRequests({ url, token, body, clients, seconds }: LoadPhase): Promise<Responses> {
  const times: number[] = [];
  const orderIds: string[] = [];
  const others = new Map<string, number>();
  const count = (what: string, many = 1) => others.set(what, (others.get(what) ?? 0) + many);

  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options: autocannon.Options = {
      url,
      connections: clients,
      duration: seconds,
      timeout: TIMEOUT_SECONDS,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      requests: [
        {
          setupRequest: (request) => ({ ...request, headers: { ...request.headers, 'idempotency-key': randomUUID() } }),
          onResponse: (status, answer) => {
            if (status === ACCEPTED) orderIds.push((JSON.parse(answer) as { orderId: string }).orderId);
          },
        },
      ],
    };
    const instance = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)));
    // The library's histogram has no 95th percentile.
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      if (status === ACCEPTED) times.push(milliseconds);
      else count(String(status));
    });
  });
  if (result.errors > 0) count('no answer', result.errors);
  return { times, orderIds, others, seconds: result.duration };
}
