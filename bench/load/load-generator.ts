import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';

/** What is fired, and for how long. */
export interface LoadPhase {
  readonly url: string;
  /** The customer's access token. */
  readonly token: string;
  /** The body of every request. */
  readonly body: string;
  /** How many requests are under way at any time. */
  readonly clients: number;
  readonly seconds: number;
}

/** What came back. */
export interface Responses {
  /** How long each accepted request took, in milliseconds. */
  readonly times: readonly number[];
  /** The numbers in the answers that were accepted. */
  readonly orderIds: readonly string[];
  /** How many answers there were of each status but 202, and how many requests had none. */
  readonly others: ReadonlyMap<string, number>;
  /** How long it took. */
  readonly seconds: number;
}

/** How long an answer may take before the request counts as unanswered. */
const TIMEOUT_SECONDS = 30;
const ACCEPTED = 202;

/** Fires requests, each under an idempotency key of its own, as fast as they are answered. */
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
    // Its own histogram has no 95th percentile.
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      if (status === ACCEPTED) times.push(milliseconds);
      else count(String(status));
    });
  });
  if (result.errors > 0) count('no answer', result.errors);
  return { times, orderIds, others, seconds: result.duration };
}
