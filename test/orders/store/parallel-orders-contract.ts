import fc from 'fast-check';
import { ulid } from 'ulid';
import type { Order, OrderStatus } from '../../../lambda/orders/domain/order.ts';
import type { OrderChange } from '../../../lambda/orders/domain/order-change.ts';
import { anOrder } from '../an-order.ts';
import { isLinearizable } from './linearizability.ts';
import type { OrdersUnderTest } from './order-store-contract.ts';
import { type OrdersState, RecordedOrders } from './recorded-orders.ts';
import type { RequestFault } from './simulated-dynamo.ts';

/** A way to run actors on a store at the same time. */
export interface ParallelOrders {
  readonly orders: OrdersUnderTest;
  /** Runs actors until all have ended. */
  readonly run: (actors: Promise<unknown>) => Promise<unknown>;
  /** Injects faults, one for each of the next transactions. @default - faults are not injected */
  readonly inject?: (faults: readonly (RequestFault | undefined)[]) => void;
}

/** The changes that actors try, by the status in which they find an order. */
const CHANGES: Partial<Record<OrderStatus, readonly OrderChange[]>> = {
  PLACED: [{ to: 'RESERVED', stock: 'reserve' }, { to: 'RESERVED', stock: 'reserve' }, { to: 'CANCELLING' }],
  RESERVED: [{ to: 'CHARGED' }, { to: 'REJECTED', reason: 'DECLINED', stock: 'release' }, { to: 'CANCELLING' }],
  CHARGED: [{ to: 'SHIPPING' }, { to: 'CANCELLING' }],
  SHIPPING: [{ to: 'SHIPPED', stock: 'ship' }],
  SHIPPED: [{ to: 'REFUND_REQUESTED' }],
  REFUND_REQUESTED: [{ to: 'REFUNDED', stock: 'restock' }],
};

const command = fc.record({ order: fc.nat(), change: fc.nat() });
const run = fc.record({
  /** The quantity of each order of the article. */
  orders: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
  available: fc.integer({ min: 0, max: 6 }),
  actors: fc.array(fc.array(command, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
  seed: fc.nat(),
  faults: fc.array(
    fc.option(fc.constantFrom<RequestFault[]>('THROTTLED', 'FAILED', 'LOST_ANSWER'), { nil: undefined, freq: 2 }),
    { maxLength: 30 },
  ),
});

/** Tests that the parallel changes of every order store are as if one happened after the other. */
export function describeParallelOrders(
  where: string,
  thereWith: (seed: number) => ParallelOrders,
  numRuns: number,
): void {
  test(`parallel changes of orders in ${where} have results as if one happened after the other`, async () => {
    await fc.assert(
      fc.asyncProperty(run, async ({ orders: quantities, available, actors, seed, faults }) => {
        const { orders, run, inject } = thereWith(seed);
        const sku = `CUP-${ulid()}`;
        const line = { sku, name: 'Cup', warehouse: 'north', unitPrice: 1_250 };
        const placed = quantities.map((quantity) => anOrder({ orderId: ulid(), lines: [{ ...line, quantity }] }));
        const recorded = new RecordedOrders(orders);
        const work = async (commands: (typeof actors)[number]) => {
          for (const { order, change } of commands) {
            const { orderId } = placed[order % placed.length] as Order;
            const found = await recorded.find(orderId);
            const changes = changesOf(found);
            if (changes.length > 0) await recorded.change(found, changes[change % changes.length] as OrderChange);
          }
        };
        let stock: unknown;
        const all = async () => {
          await orders.stockArticle(sku, available);
          for (const order of placed) {
            const { orderId } = order;
            await orders.accept(order, { idempotencyKey: orderId, payloadHash: '', orderId });
          }
          inject?.(faults);
          await Promise.all(actors.map(work));
          inject?.([]);
          for (const { orderId } of placed) await recorded.find(orderId);
          stock = await orders.stockOf(sku);
        };
        await run(all());

        const initial: OrdersState = {
          orders: Object.fromEntries(placed.map(({ orderId }) => [orderId, { version: 1, status: 'PLACED' }])),
          stock: { available, reserved: 0, shipped: 0 },
        };
        const last = {
          from: Number.MAX_SAFE_INTEGER,
          until: Number.MAX_SAFE_INTEGER,
          next: (state: OrdersState) => (sameCounts(state.stock, stock) ? state : undefined),
        };
        expect(isLinearizable([...recorded.calls, last], initial)).toBe(true);
      }),
      { numRuns },
    );
  });
}

function changesOf({ status, stockReserved }: Order): readonly OrderChange[] {
  if (status === 'CANCELLING') return [{ to: 'CANCELLED', ...(stockReserved && { stock: 'release' as const }) }];
  return CHANGES[status] ?? [];
}

function sameCounts(expected: object, received: unknown): boolean {
  return Object.entries(expected).every(([name, count]) => (received as Record<string, number>)[name] === count);
}
