import { type Order, order as orderSchema } from '../domain/order.ts';
import { deadlineOf } from '../domain/order-deadline.ts';

/** The index of the orders that are not done with, by when they should have moved on. */
export const DEADLINES_INDEX = 'deadlines';

/** The index of each customer's orders: their numbers sort by time. */
export const CUSTOMERS_INDEX = 'customers';

/** Over how many keys the index is spread: one key takes 1,000 writes a second. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
export const DEADLINE_SHARDS = 8;

/** The index's key of a shard. */
export function shardName(shard: number): string {
  return `IN_FLIGHT#${shard}`;
}

/** An order as its item in the table: with its place in the index of deadlines until it is done with. */
export function itemOf(order: Order, approvalSeconds: number): Record<string, unknown> {
  const deadline = deadlineOf(order, approvalSeconds);
  const shard = (order.orderId.charCodeAt(order.orderId.length - 1) ?? 0) % DEADLINE_SHARDS;
  return { ...order, ...(deadline && { deadline, deadlineShard: shardName(shard) }) };
}

/**
 * The order in an item of the table.
 *
 * @throws ZodError for an item that is no order
 */
export function orderOfItem({ deadline: _deadline, deadlineShard: _shard, ...item }: Record<string, unknown>): Order {
  return orderSchema.parse(item);
}
