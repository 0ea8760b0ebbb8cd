import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Order } from '../domain/order.ts';
import { itemOf } from '../store/order-item.ts';
import type { OrderIntake, RememberedRequest } from './place-order.ts';

const DAY_IN_SECONDS = 86_400;

/** The tables and settings of a `DynamoOrderIntake`. */
export interface OrderIntakeTables {
  readonly orders: string;
  readonly idempotencyKeys: string;
  /** The retention of an idempotency key. */
  readonly rememberedDays: number;
  /** The time limit of an approval. */
  readonly approvalSeconds: number;
}

/** Accepts orders in DynamoDB: the order and its idempotency key in one transaction. */
export class DynamoOrderIntake implements OrderIntake {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: OrderIntakeTables;
  readonly #now: () => Date;

  constructor(client: DynamoDBDocumentClient, tables: OrderIntakeTables, now = () => new Date()) {
    this.#client = client;
    this.#tables = tables;
    this.#now = now;
  }

  async remembered(idempotencyKey: string): Promise<RememberedRequest | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#tables.idempotencyKeys, Key: { idempotencyKey }, ConsistentRead: true }),
    );
    // DynamoDB deletes expired items late.
    return Item && Item.expiresAt > this.#seconds() ? (Item as RememberedRequest) : undefined;
  }

  async accept(order: Order, request: RememberedRequest): Promise<boolean> {
    const expiresAt = this.#seconds() + this.#tables.rememberedDays * DAY_IN_SECONDS;
    try {
      await this.#client.send(
        new TransactWriteCommand({
          TransactItems: [
            {
              Put: {
                TableName: this.#tables.idempotencyKeys,
                Item: { ...request, expiresAt },
                ConditionExpression: 'attribute_not_exists(idempotencyKey) OR expiresAt <= :now',
                ExpressionAttributeValues: { ':now': this.#seconds() },
              },
            },
            {
              Put: {
                TableName: this.#tables.orders,
                Item: itemOf(order, this.#tables.approvalSeconds),
                ConditionExpression: 'attribute_not_exists(orderId)',
              },
            },
          ],
        }),
      );
      return true;
    } catch (error) {
      // A concurrent transaction on the same key is a conflict; a second look-up finds the order that won.
      const taken = ['ConditionalCheckFailed', 'TransactionConflict'];
      if (error instanceof TransactionCanceledException && taken.includes(error.CancellationReasons?.[0]?.Code ?? '')) {
        return false;
      }
      throw error;
    }
  }

  #seconds(): number {
    return Math.floor(this.#now().getTime() / 1_000);
  }
}
