import type { OrderSummary } from '../../../lambda/orders/contract/order-summary.ts';
import type { Order, StoredOrder } from '../../../lambda/orders/domain/order.ts';
import { changed, type OrderChange, type StockMove } from '../../../lambda/orders/domain/order-change.ts';
import { summaryOfItem } from '../../../lambda/orders/history/listed-order.ts';
import type { OrderHistory } from '../../../lambda/orders/history/order-history.ts';
import type { OrderIntake, RememberedRequest } from '../../../lambda/orders/intake/place-order.ts';
import { itemOf, NEEDS_ATTENTION_SHARD, orderOfItem, shardsFrom } from '../../../lambda/orders/store/order-item.ts';
import {
  type ChangeResult,
  OrderConflict,
  type OrderStore,
  type WaitingOrder,
} from '../../../lambda/orders/store/order-store.ts';
import { type Page, pageOf } from '../../../lambda/platform/page.ts';

/** The stock of an article. */
export interface StockCount {
  available: number;
  reserved: number;
  shipped: number;
}

const MOVES: Record<StockMove, [keyof StockCount, keyof StockCount]> = {
  reserve: ['available', 'reserved'],
  release: ['reserved', 'available'],
  ship: ['reserved', 'shipped'],
  restock: ['shipped', 'available'],
};

/** Orders and stock at one moment; values that no change touches. */
export interface OrdersSnapshot {
  readonly items: ReadonlyMap<string, Record<string, unknown>>;
  readonly orders: ReadonlyMap<string, StoredOrder>;
  readonly stock: ReadonlyMap<string, StockCount>;
}

/** The retention of an idempotency key. */
const REMEMBERED_MS = 86_400_000;

/** Orders, stock and idempotency keys in memory; the contract tests hold it and DynamoDB to the same behaviour. */
export class InMemoryOrders implements OrderStore, OrderIntake, OrderHistory {
  /** The items of the table, as DynamoDB has them. */
  readonly #items = new Map<string, Record<string, unknown>>();
  /** The orders in the items, read once: the simulation reads each thousands of times. */
  readonly #orders = new Map<string, StoredOrder>();
  readonly #stock = new Map<string, StockCount>();
  /** The requests, with the time in milliseconds at which their keys expire. */
  readonly #requests = new Map<string, RememberedRequest & { readonly until: number }>();
  readonly #now: () => Date;
  readonly #approvalSeconds: number;

  constructor(now = () => new Date('2026-01-01T12:00:00Z'), approvalSeconds = 3_600) {
    this.#now = now;
    this.#approvalSeconds = approvalSeconds;
  }

  async find(orderId: string): Promise<StoredOrder | undefined> {
    return this.#orders.get(orderId);
  }

  async change(order: Order, change: OrderChange): Promise<ChangeResult> {
    const after = changed(order, change, this.#now());
    const kept = this.#items.get(order.orderId);
    if (kept?.version !== order.version || kept.customerId !== order.customerId) throw new OrderConflict(order);

    if (change.stock) {
      const [from, to] = MOVES[change.stock];
      const counts = order.lines.map((line) => ({ line, count: this.#stock.get(line.sku) }));
      if (!counts.every(({ line, count }) => count && count[from] >= line.quantity)) {
        if (change.stock === 'reserve') return 'OUT_OF_STOCK';
        throw new Error(`the stock of order ${order.orderId} does not add up`);
      }
      for (const { line, count } of counts) {
        if (!count) continue;
        count[from] -= line.quantity;
        count[to] += line.quantity;
      }
    }
    this.put(itemOf(after, this.#approvalSeconds));
    return 'CHANGED';
  }

  async overdue(now: Date, firstShard: number): Promise<WaitingOrder[]> {
    return shardsFrom(firstShard).flatMap((shard) => this.#waiting(shard, now.toISOString()));
  }

  async needingAttention(): Promise<WaitingOrder[]> {
    return this.#waiting(NEEDS_ATTENTION_SHARD, '9999');
  }

  #waiting(shard: string, before: string): WaitingOrder[] {
    return [...this.#items]
      .filter(([, { deadlineShard, deadline }]) => deadlineShard === shard && String(deadline) < before)
      .map(([orderId, { deadline }]) => ({ orderId, since: String(deadline) }))
      .sort((left, right) => (left.since < right.since ? -1 : 1));
  }

  async remembered(idempotencyKey: string): Promise<RememberedRequest | undefined> {
    return this.#remembered(idempotencyKey);
  }

  async accept(order: Order, request: RememberedRequest): Promise<boolean> {
    if (this.#remembered(request.idempotencyKey)) return false;
    this.#requests.set(request.idempotencyKey, { ...request, until: this.#now().getTime() + REMEMBERED_MS });
    this.put(itemOf(order, this.#approvalSeconds));
    return true;
  }

  #remembered(idempotencyKey: string): RememberedRequest | undefined {
    const request = this.#requests.get(idempotencyKey);
    return request && request.until > this.#now().getTime() ? request : undefined;
  }

  async page(customerId: string, limit: number, after = '~'): Promise<Page<OrderSummary>> {
    const older = [...this.#items]
      .filter(([orderId, item]) => item.customerId === customerId && orderId < after)
      .sort(([left], [right]) => (left < right ? 1 : -1))
      .map(([, item]) => summaryOfItem(item));
    return pageOf(older, limit, ({ orderId }) => orderId);
  }

  /** Puts an unchanged item: another release may have written it. */
  put(item: Record<string, unknown>): void {
    const order = orderOfItem(item);
    this.#items.set(order.orderId, item);
    this.#orders.set(order.orderId, order);
  }

  /** The item of an order. */
  itemOf(orderId: string): Record<string, unknown> | undefined {
    return this.#items.get(orderId);
  }

  async stockOf(sku: string): Promise<StockCount | undefined> {
    const count = this.#stock.get(sku);
    return count && { ...count };
  }

  async stockArticle(sku: string, available: number, { reserved = 0, shipped = 0 } = {}): Promise<void> {
    this.#stock.set(sku, { available, reserved, shipped });
  }

  snapshot(): OrdersSnapshot {
    const stock = new Map([...this.#stock].map(([sku, count]) => [sku, { ...count }]));
    return { items: new Map(this.#items), orders: new Map(this.#orders), stock };
  }

  /** Returns to the orders and stock of an earlier moment. */
  restore({ items, orders, stock }: OrdersSnapshot): void {
    refill(this.#items, items);
    refill(this.#orders, orders);
    refill(this.#stock, new Map([...stock].map(([sku, count]) => [sku, { ...count }])));
  }
}

/** Replaces all entries of a map. */
export function refill<Value>(map: Map<string, Value>, entries: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of entries) map.set(key, value);
}
