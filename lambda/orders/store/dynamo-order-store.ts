import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandOutput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../platform/document-client.ts';
import type { Order, OrderLine, StoredOrder } from '../domain/order.ts';
import { changed, type OrderChange, type StockMove } from '../domain/order-change.ts';
import { cancellationOf, waitUpTo } from './contention.ts';
import { DEADLINES_INDEX, itemOf, NEEDS_ATTENTION_SHARD, orderOfItem, shardsFrom } from './order-item.ts';
import {
  type ChangeResult,
  OrderConflict,
  type OrderStore,
  type OrderStoreSettings,
  type WaitingOrder,
  WriteContention,
  WritesThrottled,
} from './order-store.ts';

/** The limits, in milliseconds, of the random delays after attempts to change an order that contention cancelled. */
const DELAYS_MS = [25, 50, 100, 200, 400, 800];

/** The counts of an article's stock that each move takes its quantity from and adds it to. */
const STOCK_MOVES: Record<StockMove, { from: string; to: string }> = {
  reserve: { from: 'available', to: 'reserved' },
  release: { from: 'reserved', to: 'available' },
  ship: { from: 'reserved', to: 'shipped' },
  restock: { from: 'shipped', to: 'available' },
};

/** A time after every other, in ISO 8601. */
const LAST_TIME = '9999';

/** The tables and settings of a `DynamoOrderStore`. */
export interface OrderStoreTables {
  readonly orders: string;
  readonly stock: string;
  /** The time limit of an approval. */
  readonly approvalSeconds: number;
}

/** Order store in DynamoDB. */
export class DynamoOrderStore implements OrderStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: OrderStoreTables;
  readonly #now: () => Date;
  readonly #waitUpTo: (milliseconds: number) => Promise<unknown>;

  constructor(client: DynamoDBDocumentClient, tables: OrderStoreTables, now = () => new Date(), wait = waitUpTo) {
    this.#client = client;
    this.#tables = tables;
    this.#now = now;
    this.#waitUpTo = wait;
  }

  async find(orderId: string): Promise<StoredOrder | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#tables.orders, Key: { orderId }, ConsistentRead: true }),
    );
    return Item && orderOfItem(Item);
  }

  async change(order: Order, change: OrderChange): Promise<ChangeResult> {
    const { stock } = change;
    const TransactItems = [
      this.#replace(order, changed(order, change, this.#now())),
      ...(stock ? order.lines.map((line) => this.#moveStock(line, stock)) : []),
    ];
    for (let attempt = 0; ; attempt++) {
      try {
        // The SDK gives each attempt a token of its own, and retries it with the same one after a lost answer.
        await this.#client.send(new TransactWriteCommand({ TransactItems }));
        return 'CHANGED';
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error;
        const cancellation = cancellationOf(error);
        if (cancellation === 'ORDER_CHANGED') throw new OrderConflict(order);
        if (cancellation === 'STOCK' && stock === 'reserve') return 'OUT_OF_STOCK';
        if (cancellation !== 'CONTENTION' && cancellation !== 'THROTTLED') throw error;

        const delay = DELAYS_MS[attempt];
        if (delay === undefined) {
          throw cancellation === 'CONTENTION' ? new WriteContention(order) : new WritesThrottled(order);
        }
        await this.#waitUpTo(delay);
      }
    }
  }

  async overdue(now: Date, firstShard: number): Promise<WaitingOrder[]> {
    const found: WaitingOrder[] = [];
    for (const shard of shardsFrom(firstShard)) found.push(...(await this.#waiting(shard, now.toISOString())));
    return found;
  }

  async needingAttention(): Promise<WaitingOrder[]> {
    return this.#waiting(NEEDS_ATTENTION_SHARD, LAST_TIME);
  }

  /** Reads a shard of the index of deadlines up to a time, all pages. */
  async #waiting(shard: string, before: string): Promise<WaitingOrder[]> {
    const found: WaitingOrder[] = [];
    let next: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await this.#client.send(
        new QueryCommand({
          TableName: this.#tables.orders,
          IndexName: DEADLINES_INDEX,
          KeyConditionExpression: 'deadlineShard = :shard AND deadline < :before',
          ExpressionAttributeValues: { ':shard': shard, ':before': before },
          ExclusiveStartKey: next,
        }),
      );
      for (const { orderId, deadline } of Items) found.push({ orderId, since: deadline });
      next = LastEvaluatedKey;
    } while (next);
    return found;
  }

  #replace(before: Order, after: Order) {
    return {
      Put: {
        TableName: this.#tables.orders,
        Item: itemOf(after, this.#tables.approvalSeconds),
        // The erasure of a customer changes the customer of an order and keeps the version.
        ConditionExpression: 'version = :version AND customerId = :customerId',
        ExpressionAttributeValues: { ':version': before.version, ':customerId': before.customerId },
      },
    };
  }

  #moveStock({ sku, quantity }: OrderLine, move: StockMove) {
    const { from, to } = STOCK_MOVES[move];
    return {
      Update: {
        TableName: this.#tables.stock,
        Key: { sku },
        UpdateExpression: 'SET #from = #from - :quantity, #to = #to + :quantity',
        ConditionExpression: '#from >= :quantity',
        ExpressionAttributeNames: { '#from': from, '#to': to },
        ExpressionAttributeValues: { ':quantity': quantity },
      },
    };
  }
}

/** The order store that a function's settings name. */
export function orderStore({ ORDERS_TABLE, STOCK_TABLE, APPROVAL_SECONDS }: OrderStoreSettings): DynamoOrderStore {
  return new DynamoOrderStore(documentClient(), {
    orders: ORDERS_TABLE,
    stock: STOCK_TABLE,
    approvalSeconds: Number(APPROVAL_SECONDS),
  });
}
