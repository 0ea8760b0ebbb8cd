import type { Order, OrderStatus } from '../../../lambda/orders/domain/order.ts';
import type { OrderChange, StockMove } from '../../../lambda/orders/domain/order-change.ts';
import {
  OrderConflict,
  type OrderStore,
  WriteContention,
  WritesThrottled,
} from '../../../lambda/orders/store/order-store.ts';
import type { StockCount } from './in-memory-orders.ts';
import type { Call } from './linearizability.ts';

/** The orders, by id, and the stock of their article. */
export interface OrdersState {
  readonly orders: Readonly<Record<string, { readonly version: number; readonly status: string }>>;
  readonly stock: StockCount;
}

/** Result of a change, as its caller sees it. */
type Result = 'CHANGED' | 'OUT_OF_STOCK' | 'CONFLICT' | 'NO_EFFECT' | 'UNKNOWN';

const MOVES: Record<StockMove, readonly [keyof StockCount, keyof StockCount]> = {
  reserve: ['available', 'reserved'],
  release: ['reserved', 'available'],
  ship: ['reserved', 'shipped'],
  restock: ['shipped', 'available'],
};

/** The history of calls of a store: what an observer of orders can know, without looking into the store. */
export class RecordedOrders {
  readonly calls: Call<OrdersState>[] = [];
  readonly results: Result[] = [];
  readonly #store: OrderStore;
  /** The number of starts and answers so far. */
  #time = 0;

  constructor(store: OrderStore) {
    this.#store = store;
  }

  async find(orderId: string): Promise<Order> {
    const from = this.#time++;
    const order = (await this.#store.find(orderId)) as Order;
    const next = (before: OrdersState) => {
      const { version, status } = before.orders[orderId] ?? {};
      return version === order.version && status === order.status ? before : undefined;
    };
    this.calls.push({ from, until: this.#time++, next });
    return order;
  }

  async change(order: Order, change: OrderChange): Promise<void> {
    const from = this.#time++;
    const result = await this.#store.change(order, change).catch(resultOf);
    this.results.push(result);
    const until = result === 'UNKNOWN' ? Number.POSITIVE_INFINITY : this.#time++;
    this.calls.push({ from, until, next: (before) => after(before, order, change, result) });
  }
}

function resultOf(error: Error): Result {
  if (error instanceof OrderConflict) return 'CONFLICT';
  if (error instanceof WriteContention || error instanceof WritesThrottled) return 'NO_EFFECT';
  if (error.name === 'InternalServerError') return 'UNKNOWN';
  throw error;
}

/** Returns the state after a change, or undefined if the result contradicts the state before. */
function after(before: OrdersState, order: Order, change: OrderChange, result: Result): OrdersState | undefined {
  const { orderId, version, lines } = order;
  const isCurrent = before.orders[orderId]?.version === version;
  if (result === 'NO_EFFECT') return before;
  if (result === 'CONFLICT') return isCurrent ? undefined : before;
  if (!isCurrent) return undefined;
  const stock = { ...before.stock };
  if (change.stock) {
    const [from, to] = MOVES[change.stock];
    const quantity = lines[0]?.quantity ?? 0;
    if (stock[from] < quantity) return result === 'OUT_OF_STOCK' ? before : undefined;
    stock[from] -= quantity;
    stock[to] += quantity;
  }
  if (result === 'OUT_OF_STOCK') return undefined;
  const changed = { version: version + 1, status: change.to satisfies OrderStatus };
  return { orders: { ...before.orders, [orderId]: changed }, stock };
}
