import type { Order } from '../../../lambda/orders/domain/order.ts';
import { RESOLVED_STATUSES, type ResolvedStatus } from '../../../ops/resolve/resolve-options.ts';
import { resolveOrder } from '../../../ops/resolve/resolve-order.ts';
import { anOrder } from '../../orders/an-order.ts';
import { InMemoryOrders } from '../../orders/store/in-memory-orders.ts';

const { orderId } = anOrder();
const WHY = 'the provider confirms it';

/** An order that needs attention, of two cups. */
async function handedOver(different: Partial<Order>) {
  const store = new InMemoryOrders();
  await store.stockArticle('CUP', 10, { reserved: 5, shipped: 5 });
  store.put({ ...anOrder({ status: 'NEEDS_ATTENTION', version: 8, reason: 'PaymentRefused', ...different }) });
  return {
    store,
    resolve: (to: ResolvedStatus) => resolveOrder(store, { orderId, to, by: 'ann', why: WHY }),
    order: () => store.find(orderId),
    stock: () => store.stockOf('CUP'),
  };
}

const BEFORE = { available: 10, reserved: 5, shipped: 5 };
const RELEASED = { available: 12, reserved: 3, shipped: 5 };
const RESERVED = { stockReserved: true };
const SHIPPED = { stockReserved: false, charged: true };
const NEVER_RESERVED = { stockReserved: false, version: 3 };

test.each<[ResolvedStatus, string, Partial<Order>, typeof BEFORE]>([
  ['FAILED', 'reserved', RESERVED, RELEASED],
  ['CANCELLED', 'reserved', RESERVED, RELEASED],
  ['REFUNDED', 'reserved', RESERVED, RELEASED],
  ['SHIPPED', 'reserved', RESERVED, { available: 10, reserved: 3, shipped: 7 }],
  ['REFUNDED', 'shipped', SHIPPED, { available: 12, reserved: 5, shipped: 3 }],
  ['REFUNDED', 'shipped by an earlier release', { stockReserved: false }, { available: 12, reserved: 5, shipped: 3 }],
  ['SHIPPED', 'shipped', SHIPPED, BEFORE],
  ['FAILED', 'never reserved', NEVER_RESERVED, BEFORE],
  ['CANCELLED', 'never reserved', NEVER_RESERVED, BEFORE],
])('an order becomes %s whose goods were %s, and the stock moves with it', async (to, _, different, after) => {
  const { resolve, order, stock } = await handedOver(different);
  const { version } = (await order()) as Order;
  expect(await resolve(to)).toContain(`was NEEDS_ATTENTION and is ${to}: `);
  expect(await order()).toMatchObject({ status: to, version: version + 1, stockReserved: false });
  expect(await stock()).toEqual(after);
});

test.each<[ResolvedStatus, string, Partial<Order>, string]>([
  ['FAILED', 'shipped', SHIPPED, 'It can become REFUNDED or SHIPPED.'],
  ['CANCELLED', 'shipped', SHIPPED, 'It can become REFUNDED or SHIPPED.'],
  ['REFUNDED', 'never reserved', NEVER_RESERVED, 'It can become FAILED or CANCELLED.'],
  ['SHIPPED', 'never reserved', NEVER_RESERVED, 'It can become FAILED or CANCELLED.'],
])('no order becomes %s whose goods were %s', async (to, _, different, message) => {
  const { resolve, order, stock } = await handedOver(different);
  await expect(resolve(to)).rejects.toThrow(message);
  expect(await order()).toMatchObject({ status: 'NEEDS_ATTENTION' });
  expect(await stock()).toEqual(BEFORE);
});

test('the order keeps who resolved it and why, and the error for which it needed attention', async () => {
  const { resolve, order } = await handedOver(RESERVED);
  await resolve('FAILED');
  expect(await order()).toMatchObject({ reason: 'PaymentRefused', resolution: { by: 'ann', why: WHY } });
});

test.each(RESOLVED_STATUSES)('a repeated resolution to %s changes nothing', async (to) => {
  const { resolve, order, stock } = await handedOver(RESERVED);
  await resolve(to);
  const [resolved, moved] = [await order(), await stock()];
  expect(await resolve(to)).toContain(`is ${to} already: nothing is changed`);
  expect([await order(), await stock()]).toEqual([resolved, moved]);
});

test.each(['CHARGED', 'SHIPPED', 'FAILING_CHARGED'] as const)('a %s order is not resolved', async (status) => {
  const { resolve, order } = await handedOver({ status, stockReserved: true });
  await expect(resolve('FAILED')).rejects.toThrow(`is ${status}: only an order in NEEDS_ATTENTION is resolved`);
  expect(await order()).toMatchObject({ status });
});

test('an order in a status of a newer release, which was rolled back, is resolved', async () => {
  const { store, resolve, order, stock } = await handedOver({});
  store.put({ ...anOrder({ stockReserved: true, version: 4 }), status: 'ON_HOLD' });
  expect(await resolve('CANCELLED')).toContain('was ON_HOLD and is CANCELLED');
  expect(await order()).toMatchObject({ status: 'CANCELLED', version: 5 });
  expect(await stock()).toEqual(RELEASED);
});

test('an order that changes at the same time is not resolved, and its stock does not move', async () => {
  const { store, stock } = await handedOver(RESERVED);
  store.find = async () => anOrder({ ...RESERVED, status: 'NEEDS_ATTENTION', version: 7 });
  await expect(resolveOrder(store, { orderId, to: 'FAILED', by: 'ann', why: WHY })).rejects.toThrow(
    'run the command again',
  );
  expect(await stock()).toEqual(BEFORE);
});

test('an order that does not exist is named', async () => {
  const resolved = resolveOrder(new InMemoryOrders(), { orderId, to: 'FAILED', by: 'ann', why: WHY });
  await expect(resolved).rejects.toThrow(`there is no order ${orderId}`);
});
