import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DynamoOrderIntake } from '../../../lambda/orders/intake/dynamo-order-intake.ts';
import { DynamoOrderStore } from '../../../lambda/orders/store/dynamo-order-store.ts';
import type { OrdersUnderTest } from './order-store-contract.ts';

/** The tables of orders, the clock, and the wait after contention. */
export interface DynamoOrders {
  readonly tables: { readonly orders: string; readonly stock: string; readonly idempotencyKeys: string };
  readonly now?: () => Date;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

/** Orders and stock in DynamoDB, for tests. */
export function ordersInDynamo(client: DynamoDBDocumentClient, { tables, now, wait }: DynamoOrders): OrdersUnderTest {
  const store = new DynamoOrderStore(client, { ...tables, approvalSeconds: 3_600 }, now, wait);
  const intake = new DynamoOrderIntake(client, { ...tables, rememberedDays: 1, approvalSeconds: 3_600 }, now);
  return {
    find: (orderId) => store.find(orderId),
    change: (order, change) => store.change(order, change),
    overdue: (at, shard) => store.overdue(at, shard),
    needingAttention: () => store.needingAttention(),
    remembered: (key) => intake.remembered(key),
    accept: (order, request) => intake.accept(order, request),
    stockArticle: async (sku, available) => {
      const Item = { sku, available, reserved: 0, shipped: 0 };
      await client.send(new PutCommand({ TableName: tables.stock, Item }));
    },
    stockOf: async (sku) => {
      const { Item } = await client.send(new GetCommand({ TableName: tables.stock, Key: { sku } }));
      return Item && { available: Item.available, reserved: Item.reserved, shipped: Item.shipped };
    },
  };
}
