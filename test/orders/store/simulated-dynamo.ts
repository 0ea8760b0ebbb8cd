import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Expressions, type Item, isTrue, updated } from './expressions.ts';

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

interface Write extends Expressions {
  readonly TableName: string;
  readonly Item?: Record<string, never>;
  readonly Key?: Record<string, never>;
}
interface Transaction {
  readonly ClientRequestToken: string;
  readonly TransactItems: readonly { readonly Put?: Write; readonly Update?: Write }[];
}
type Answer = Record<string, unknown>;

/**
 * DynamoDB in memory, as far as orders use it: transactions hold their items for a time, and conflict.
 *
 * A transaction whose token has succeeded has no second effect.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html
 */
export class SimulatedDynamo {
  readonly client: DynamoDBDocumentClient;
  /** The number of transactions that were cancelled by a conflict. */
  conflicts = 0;
  readonly #behaviour: Behaviour;
  readonly #items = new Map<string, Item>();
  readonly #held = new Set<string>();
  readonly #succeeded = new Set<string>();

  constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour;
    const client = new DynamoDBClient({
      region: 'eu-central-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      retryStrategy: retriedAtOnce(3),
      requestHandler: {
        handle: async (request: { headers: Record<string, string>; body: Uint8Array }) => {
          const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
          await this.#behaviour.travel();
          const answer = await this.#answer(operation, JSON.parse(new TextDecoder().decode(request.body)));
          await this.#behaviour.travel();
          const type = String(answer.__type ?? '');
          const statusCode = type === '' ? 200 : type === 'InternalServerError' ? 500 : 400;
          const headers = { 'content-type': 'application/x-amz-json-1.0' };
          return { response: { statusCode, headers, body: Buffer.from(JSON.stringify(answer)) } };
        },
      },
    });
    this.client = DynamoDBDocumentClient.from(client);
  }

  async #answer(operation: string, request: Answer): Promise<Answer> {
    switch (operation) {
      case 'GetItem': {
        const item = this.#items.get(idOf(request as unknown as Write));
        return item ? { Item: marshall(item) } : {};
      }
      case 'PutItem':
        this.#items.set(idOf(request as unknown as Write), unmarshall(request.Item as Record<string, never>));
        return {};
      case 'TransactWriteItems':
        return this.#transact(request as unknown as Transaction);
      case 'Query':
        return { Items: this.#query(request as unknown as Expressions & { TableName: string }) };
      default:
        throw new Error(`${operation} is not simulated`);
    }
  }

  async #transact({ ClientRequestToken: token, TransactItems }: Transaction): Promise<Answer> {
    const fault = this.#behaviour.fault();
    if (fault === 'FAILED') return { __type: 'InternalServerError' };
    if (!this.#succeeded.has(token)) {
      const writes = TransactItems.map(({ Put, Update }) => (Put ?? Update) as Write);
      const codes = writes.map((write) => this.#codeOf(write));
      if (fault === 'THROTTLED') codes.splice(-1, 1, 'ThrottlingError');
      if (codes.some((code) => code !== 'None')) {
        if (codes.includes('TransactionConflict')) this.conflicts++;
        return { __type: 'TransactionCanceledException', CancellationReasons: codes.map((Code) => ({ Code })) };
      }
      for (const write of writes) this.#held.add(idOf(write));
      await this.#behaviour.hold();
      for (const write of writes) {
        this.#items.set(
          idOf(write),
          write.Item ? unmarshall(write.Item) : updated(this.#items.get(idOf(write)), write),
        );
        this.#held.delete(idOf(write));
      }
      this.#succeeded.add(token);
    }
    return fault === 'LOST_ANSWER' ? { __type: 'InternalServerError' } : {};
  }

  #codeOf(write: Write): string {
    if (this.#held.has(idOf(write))) return 'TransactionConflict';
    return isTrue(write.ConditionExpression, this.#items.get(idOf(write)), write) ? 'None' : 'ConditionalCheckFailed';
  }

  #query(query: Expressions & { TableName: string }): unknown[] {
    return [...this.#items]
      .filter(([id, item]) => id.startsWith(`${query.TableName}/`) && isTrue(query.KeyConditionExpression, item, query))
      .map(([, item]) => marshall(item));
  }
}

/** The identity of the item of a request: the name of its table and the value of its key. */
function idOf({ TableName, Item, Key = {} }: Write): string {
  const { orderId, sku, idempotencyKey } = unmarshall(Item ?? Key);
  return `${TableName}/${idempotencyKey ?? orderId ?? sku}`;
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
