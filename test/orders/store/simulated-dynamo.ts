import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { cancelled, DynamoDb, type Transaction } from '../../aws/dynamodb/dynamodb.ts';
import type { HttpRequest, HttpResponse } from '../../aws/http.ts';
import { jsonAnswer, jsonRequest } from '../../aws/json-protocol.ts';
import { ServiceError } from '../../aws/service-error.ts';

/** A fault of a request: throttled or failed before its effect, or failed after it. */
export type RequestFault = 'THROTTLED' | 'FAILED' | 'LOST_ANSWER';

/** The behaviour of a `SimulatedDynamo`. */
export interface Behaviour {
  /** Waits while a request or an answer is on its way. */
  readonly travel: () => Promise<unknown>;
  /** Waits while a transaction holds its items. */
  readonly hold: () => Promise<unknown>;
  /** The fault of the next transaction. */
  readonly fault: () => RequestFault | undefined;
}

const FAILED = new ServiceError('InternalServerError', 'injected', {}, 500);

/**
 * DynamoDB in memory, whose transactions hold their items for a time, and conflict.
 *
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html
 */
export class SimulatedDynamo {
  readonly client: DynamoDBDocumentClient;
  /** The number of transactions that were cancelled by a conflict. */
  conflicts = 0;
  readonly #behaviour: Behaviour;
  readonly #dynamo = new DynamoDb({
    orders: {
      partition: 'orderId',
      indexes: { deadlines: { partition: 'deadlineShard', sort: 'deadline' } },
    },
    stock: { partition: 'sku' },
    keys: { partition: 'idempotencyKey' },
  });
  readonly #held = new Set<string>();

  constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour;
    const client = new DynamoDBClient({
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      retryStrategy: retriedAtOnce(3),
      requestHandler: { handle: async (request: HttpRequest) => ({ response: await this.#handle(request) }) },
    });
    this.client = DynamoDBDocumentClient.from(client);
  }

  async #handle(request: HttpRequest): Promise<HttpResponse> {
    const { operation, input } = jsonRequest(request);
    await this.#behaviour.travel();
    const answer = await jsonAnswer(() =>
      operation === 'TransactWriteItems' ? this.#transact(input as Transaction) : this.#dynamo.answer(operation, input),
    );
    await this.#behaviour.travel();
    return answer;
  }

  async #transact(transaction: Transaction): Promise<object> {
    const fault = this.#behaviour.fault();
    if (fault === 'FAILED') throw FAILED;
    if (!this.#dynamo.hasSucceeded(transaction)) {
      const items = this.#dynamo.idsOf(transaction);
      const conditions = this.#dynamo.codesOf(transaction);
      const codes = items.map((item, index) =>
        this.#held.has(item) ? 'TransactionConflict' : (conditions[index] ?? ''),
      );
      if (fault === 'THROTTLED') codes.splice(-1, 1, 'ThrottlingError');
      if (codes.some((code) => code !== 'None')) {
        if (codes.includes('TransactionConflict')) this.conflicts++;
        throw cancelled(codes);
      }
      for (const item of items) this.#held.add(item);
      await this.#behaviour.hold();
      this.#dynamo.apply(transaction);
      for (const item of items) this.#held.delete(item);
    }
    if (fault === 'LOST_ANSWER') throw FAILED;
    return {};
  }
}

/** Retries without delays of the SDK, which would be in real time. */
function retriedAtOnce(attempts: number) {
  const token = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0, getRetryCost: () => 0 });
  return {
    acquireInitialRetryToken: async () => token(0),
    refreshRetryTokenForRetry: async (
      { getRetryCount }: { getRetryCount(): number },
      { errorType }: { errorType: string },
    ) => {
      if (errorType === 'CLIENT_ERROR' || getRetryCount() + 1 >= attempts) throw new Error('no further attempt');
      return token(getRetryCount() + 1);
    },
    recordSuccess: () => {},
  };
}
