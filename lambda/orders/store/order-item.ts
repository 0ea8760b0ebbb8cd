import * as z from 'zod';
import { schema } from '../../platform/schema.ts';
import { type Order, order, orderLine, type StoredOrder } from '../domain/order.ts';
import { deadlineOf } from '../domain/order-deadline.ts';

/** The index of the orders that are not settled, sorted by the time at which they are overdue. */
export const DEADLINES_INDEX = 'deadlines';

/** The index of each customer's orders, sorted by id, and so by the time they were placed. */
export const CUSTOMERS_INDEX = 'customers';

/** The number of keys that the index of deadlines is spread over: one key takes 1,000 writes a second. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
export const DEADLINE_SHARDS = 8;

/** The index's key of the orders that need attention, sorted by the time since when they do. */
export const NEEDS_ATTENTION_SHARD = 'NEEDS_ATTENTION';

/** The index's keys of the orders that are under way, beginning with any of them. */
export function shardsFrom(first: number): string[] {
  return Array.from({ length: DEADLINE_SHARDS }, (_, each) => shardName((first + each) % DEADLINE_SHARDS));
}

function shardName(shard: number): string {
  return `IN_FLIGHT#${shard}`;
}

// Loose: fields that this release does not know belong to another one, and stay in the item when it is rewritten.
const lines = /* @__PURE__ */ schema(() => z.array(z.looseObject(orderLine.shape)));
const writtenOrder = /* @__PURE__ */ schema(() => z.looseObject({ ...order.shape, lines }));

/** Schema of an order as it is read: with fields and a status of another release. */
export const storedOrder = /* @__PURE__ */ schema(() => z.looseObject({ ...order.shape, lines, status: z.string() }));

/**
 * Builds the item of an order, with its place in the index of deadlines until the order is settled and needs nobody.
 *
 * @throws ZodError for an order of which a known field has a wrong value: it must not be stored
 */
export function itemOf(order: Order, approvalSeconds: number): Record<string, unknown> {
  const written = writtenOrder.parse(order);
  return { ...written, ...placeInDeadlines(order, approvalSeconds) };
}

function placeInDeadlines(order: Order, approvalSeconds: number) {
  const { orderId, status, changedAt } = order;
  if (status === 'NEEDS_ATTENTION') return { deadline: changedAt, deadlineShard: NEEDS_ATTENTION_SHARD };
  const deadline = deadlineOf(order, approvalSeconds);
  const shard = (orderId.charCodeAt(orderId.length - 1) ?? 0) % DEADLINE_SHARDS;
  return deadline && { deadline, deadlineShard: shardName(shard) };
}

/**
 * Reads the order in an item of the table, written by this release, an earlier or a later one.
 *
 * @throws ZodError for an item that is no order
 */
export function orderOfItem(item: Record<string, unknown>): StoredOrder {
  const { deadline: _deadline, deadlineShard: _shard, ...stored } = item;
  return storedOrder.parse(stored);
}
