import { settlementOf } from '../../bench/load/settlement.ts';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';

const PATIENCE = { timeoutMs: 1_000, intervalMs: 0 };
const IMPATIENCE = { timeoutMs: 0, intervalMs: 0 };

/** Statuses that change with each poll until the last. */
function changing(...looks: Record<string, OrderStatus>[]) {
  const asked: (readonly string[])[] = [];
  const of = async (orderIds: readonly string[]) => {
    asked.push(orderIds);
    const now = (looks.length > 1 ? looks.shift() : looks[0]) ?? {};
    return new Map(Object.entries(now).filter(([orderId]) => orderIds.includes(orderId)));
  };
  return { of, asked };
}

test('polls until every order is settled, and stops reading settled ones', async () => {
  const statuses = changing({ a: 'SHIPPED', b: 'CHARGED' }, { a: 'SHIPPED', b: 'REJECTED' });
  expect(await settlementOf(statuses, ['a', 'b'], PATIENCE)).toEqual({
    settled: new Map([
      ['SHIPPED', 1],
      ['REJECTED', 1],
    ]),
    underWay: [],
    lost: [],
  });
  expect(statuses.asked).toEqual([['a', 'b'], ['b']]);
});

test('reads a part of many orders at once, and all of them at the time-out', async () => {
  const orderIds = Array.from({ length: 150 }, (_, number) => `order-${number}`);
  const settled = Object.fromEntries(orderIds.map((orderId) => [orderId, 'SHIPPED' as const]));
  const statuses = changing(settled);
  expect((await settlementOf(statuses, orderIds, PATIENCE)).settled).toEqual(new Map([['SHIPPED', 150]]));
  expect(statuses.asked.map(({ length }) => length)).toEqual([100, 50]);

  const late = changing(settled);
  await settlementOf(late, orderIds, IMPATIENCE);
  expect(late.asked.map(({ length }) => length)).toEqual([150]);
});

test('lists open orders at the time-out, separate from lost ones', async () => {
  const statuses = changing({ a: 'SHIPPED', b: 'CHARGED' });
  expect(await settlementOf(statuses, ['a', 'b', 'c'], IMPATIENCE)).toEqual({
    settled: new Map([['SHIPPED', 1]]),
    underWay: ['b'],
    lost: ['c'],
  });
});

test('a table that cannot be read is an error, not a lost order', async () => {
  const of = async () => {
    throw new Error('access denied');
  };
  await expect(settlementOf({ of }, ['a'], IMPATIENCE)).rejects.toThrow('access denied');
});
