import { ulid } from 'ulid';
import type { Order, OrderStatus } from '../../lambda/orders/domain/order.ts';
import { sweepOverdueOrders } from '../../lambda/orders/safety-net/sweep-overdue-orders.ts';
import { WriteContention, WritesThrottled } from '../../lambda/orders/store/order-store.ts';
import { InMemoryPayments } from '../payments/in-memory-payments.ts';
import { anOrder } from './an-order.ts';
import { InMemoryApprovals } from './approvals/in-memory-approvals.ts';
import { inMemory } from './in-memory-step.ts';
import { InMemoryShipments } from './shipments/in-memory-shipments.ts';
import { InMemoryOrders } from './store/in-memory-orders.ts';

/** The time at which the orders are overdue. */
const DEADLINE = Date.parse('2026-01-01T10:15:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Orders in a status that no execution acts on. */
async function overdueOrders(count: number, status: OrderStatus = 'RESERVED') {
  const store = new InMemoryOrders();
  const ids = Array.from({ length: count }, () => ulid());
  for (const orderId of ids) {
    await store.accept(anOrder({ orderId, status }), { idempotencyKey: orderId, payloadHash: 'hash', orderId });
  }
  const recorded: [string, string][] = [];
  const reported: string[] = [];
  const ports = {
    store,
    payments: new InMemoryPayments(),
    shipments: new InMemoryShipments(),
    approvals: new InMemoryApprovals(),
    workflows: { start: async () => {}, progress: async (_: string) => 'ENDED' as const },
    report: (orderId: string) => void reported.push(orderId),
    record: (orderId: string, swept: string) => void recorded.push([orderId, swept]),
  };
  const sweep = (
    { after = MINUTE, remaining = () => 300_000, ...changed } = {} as Partial<typeof ports> & {
      after?: number;
      remaining?: () => number;
    },
  ) => {
    const now = () => new Date(DEADLINE + after);
    return inMemory(sweepOverdueOrders, { ...ports, now, ...changed })({ getRemainingTimeInMillis: remaining });
  };
  return { ids, ...ports, sweep, recorded, reported };
}

const unavailable = () => Object.assign(new InMemoryPayments(), { void: () => Promise.reject(new Error('no answer')) });

test('a hand-over is reported and recorded before other orders are swept', async () => {
  const { ids, store, sweep, recorded, reported } = await overdueOrders(11, 'CANCELLING');
  const last = (await store.overdue(new Date('2099-01-01'), 0)).at(-1)?.orderId;
  const neverFound = Object.assign(store, {
    find: (orderId: string) =>
      orderId === last ? new Promise<never>(() => {}) : InMemoryOrders.prototype.find.call(store, orderId),
  });
  void sweep({ after: 9 * HOUR, store: neverFound, payments: unavailable() });
  await new Promise(setImmediate);
  const others = ids.filter((orderId) => orderId !== last).sort();
  expect(reported.sort()).toEqual(others);
  expect(recorded.sort()).toEqual(others.map((orderId) => [orderId, 'HANDED_OVER']));
});

test('ten orders are swept at the same time', async () => {
  const { sweep, workflows } = await overdueOrders(30);
  let [atOnce, most] = [0, 0];
  const progress = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise(setImmediate);
    atOnce--;
    return 'ENDED' as const;
  };
  expect(await sweep({ workflows: { ...workflows, progress } })).toMatchObject({ results: { COMPENSATED: 30 } });
  expect(most).toBe(10);
});

test('no order is begun in the last minute of the invocation', async () => {
  const { sweep, recorded } = await overdueOrders(30);
  const remaining = () => 61_000 - recorded.length * 100;
  const { overdue, results } = await sweep({ remaining });
  expect(overdue).toBe(30);
  expect(results.COMPENSATED).toBe(recorded.length);
  expect(recorded.length).toBeGreaterThanOrEqual(10);
  expect(recorded.length).toBeLessThan(30);
});

test('successive sweeps begin with each of the eight shards of the index', async () => {
  const { sweep, store } = await overdueOrders(0);
  const first: number[] = [];
  const overdue = async (_: Date, shard: number) => {
    first.push(shard % 8);
    return [];
  };
  for (let each = 0; each < 8; each++) {
    await sweep({ after: each * 5 * MINUTE, store: Object.assign(store, { overdue }) });
  }
  expect(first.sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test.each([
  ['FAILED', 5 * MINUTE],
  ['FAILED_AGAIN', 5 * MINUTE + 1],
  ['FAILED_AGAIN', 7 * HOUR],
  ['HANDED_OVER', 8 * HOUR + 1],
])('an order that cannot be undone is %s if it is overdue for %i ms', async (result, after) => {
  const { sweep } = await overdueOrders(1, 'CANCELLING');
  expect(await sweep({ after, payments: unavailable() })).toMatchObject({ results: { [result]: 1 } });
});

test.each([
  ['contended', WriteContention],
  ['throttled', WritesThrottled],
])('an order whose writes are %s is waited for, however long it is overdue', async (_, Wait) => {
  const { ids, store, sweep, reported } = await overdueOrders(1, 'CANCELLING');
  const change = (order: Order) => Promise.reject(new Wait(order));
  const swept = await sweep({ after: 24 * HOUR, store: Object.assign(store, { change }) });
  expect(swept).toMatchObject({ results: { FAILED_AGAIN: 1 } });
  expect(reported).toEqual([]);
  expect(await store.find(ids[0] ?? '')).toMatchObject({ status: 'CANCELLING' });
});

test('the first failure after an order was claimed is no reason to hand it over, however long its execution ran', async () => {
  const { ids, store, sweep } = await overdueOrders(1);
  const swept = await sweep({ after: 24 * HOUR, payments: unavailable() });
  expect(swept).toMatchObject({ results: { FAILED_AGAIN: 1 } });
  expect(await store.find(ids[0] ?? '')).toMatchObject({ status: 'FAILING_PLACED' });
});

test('orders that need attention are counted', async () => {
  const { sweep } = await overdueOrders(2, 'CANCELLING');
  const swept = await sweep({ after: 9 * HOUR, payments: unavailable() });
  expect(swept).toEqual({ overdue: 2, results: { HANDED_OVER: 2 }, needingAttention: 2 });
  expect(await sweep({ after: 10 * HOUR })).toEqual({ overdue: 0, results: {}, needingAttention: 2 });
});

test('an order that its execution settles during the sweep counts as left alone', async () => {
  const { ids, store, sweep, workflows } = await overdueOrders(1, 'SHIPPING');
  const progress = async () => {
    await store.change((await store.find(ids[0] ?? '')) as Order, { to: 'SHIPPED' });
    return 'ENDED' as const;
  };
  expect(await sweep({ workflows: { ...workflows, progress } })).toMatchObject({ results: { LEFT_ALONE: 1 } });
});

test('an order that is settled, and still in the index, is left alone without a question to the workflow', async () => {
  const { sweep, store, ids } = await overdueOrders(1, 'SHIPPED');
  const overdue = async () => [{ orderId: ids[0] ?? '', since: new Date(DEADLINE).toISOString() }];
  const progress = () => Promise.reject(new Error('asked'));
  const swept = await sweep({ store: Object.assign(store, { overdue }), workflows: { start: progress, progress } });
  expect(swept).toMatchObject({ results: { LEFT_ALONE: 1 } });
});
