import fc from 'fast-check';
import { ulid } from 'ulid';
import { ORDER_STATUSES } from '../../../lambda/orders/domain/order.ts';
import { deadlineOf } from '../../../lambda/orders/domain/order-deadline.ts';
import { DEADLINE_SHARDS } from '../../../lambda/orders/store/order-item.ts';
import { anOrder } from '../an-order.ts';
import type { OrdersUnderTest } from './order-store-contract.ts';

const START = Date.parse('2026-01-01T12:00:00Z');
const DAY_IN_SECONDS = 86_400;

const useOfKey = fc.record({
  seconds: fc.oneof(fc.nat(DAY_IN_SECONDS), fc.constantFrom(0, DAY_IN_SECONDS - 1, DAY_IN_SECONDS)),
  key: fc.constantFrom('one', 'other'),
  places: fc.boolean(),
});

const listed = fc.record({
  last: fc.integer({ min: 0, max: 9 }),
  status: fc.constantFrom(...ORDER_STATUSES),
  minutes: fc.nat(90),
});

/** Tests of every order store, with as many runs of each property, while time passes. */
export function describeOrdersOverTime(
  where: string,
  ordersThere: (now?: () => Date) => OrdersUnderTest,
  numRuns: number,
): void {
  const place = (orders: OrdersUnderTest, idempotencyKey: string, orderId = ulid()) =>
    orders.accept(anOrder({ orderId }), { idempotencyKey, payloadHash: '', orderId });

  describe(`over time, orders in ${where}`, () => {
    test('have their idempotency key for a day, and no second order with it', async () => {
      const property = fc.asyncProperty(fc.array(useOfKey, { maxLength: 8 }), async (uses) => {
        let now = START;
        const orders = ordersThere(() => new Date(now));
        const run = ulid();
        const kept = new Map<string, { readonly orderId: string; readonly until: number }>();
        for (const { seconds, key, places } of uses) {
          now += seconds * 1_000;
          const isUsed = (kept.get(key)?.until ?? 0) > now;
          if (places) {
            const orderId = ulid();
            expect(await place(orders, run + key, orderId)).toBe(!isUsed);
            expect((await orders.find(orderId))?.orderId).toBe(isUsed ? undefined : orderId);
            if (!isUsed) kept.set(key, { orderId, until: now + DAY_IN_SECONDS * 1_000 });
          }
          const { orderId, until } = kept.get(key) ?? { until: 0 };
          expect((await orders.remembered(run + key))?.orderId).toBe(until > now ? orderId : undefined);
        }
      });
      await fc.assert(property, { numRuns });
    });

    test('are one if their requests arrive with the same key at the same time', async () => {
      const orders = ordersThere();
      const key = ulid();
      const accepted = await Promise.all(Array.from({ length: 5 }, () => place(orders, key)));
      expect(accepted.filter(Boolean)).toHaveLength(1);
    });

    test('are overdue after their deadline, in every shard of the index and whichever is read first', async () => {
      const property = fc.asyncProperty(
        fc.array(listed, { maxLength: 12 }),
        fc.nat(180),
        fc.nat(DEADLINE_SHARDS - 1),
        async (given, minutes, firstShard) => {
          const orders = ordersThere();
          const placed = given.map(({ last, status, minutes }) =>
            anOrder({
              orderId: `${ulid()}${last}`,
              status,
              changedAt: new Date(START + minutes * 60_000).toISOString(),
            }),
          );
          for (const order of placed) {
            await orders.accept(order, { idempotencyKey: order.orderId, payloadHash: '', orderId: order.orderId });
          }
          const now = new Date(START + minutes * 60_000);
          const expected = placed.filter((order) => (deadlineOf(order, 3_600) ?? '9999') < now.toISOString());
          const found = (await orders.overdue(now, firstShard)).map(({ orderId }) => orderId);
          const placedIds = placed.map(({ orderId }) => orderId);
          expect(found.filter((id) => placedIds.includes(id)).sort()).toEqual(
            expected.map(({ orderId }) => orderId).sort(),
          );
        },
      );
      await fc.assert(property, { numRuns });
    });
  });
}
