import { ulid } from 'ulid';
import type { OrderHistory } from '../../../lambda/orders/history/order-history.ts';
import type { OrderIntake } from '../../../lambda/orders/intake/place-order.ts';
import { anOrder } from '../an-order.ts';

/** Tests that every order history passes. */
export function describeOrderHistory(where: string, ordersThere: () => OrderHistory & OrderIntake): void {
  describe(`a customer's orders in ${where}`, () => {
    async function placed(orders: OrderIntake, customerId: string, time: number): Promise<string> {
      const orderId = ulid(time);
      const order = anOrder({ orderId, customerId });
      await orders.accept(order, { idempotencyKey: `${customerId}#${orderId}`, payloadHash: 'hash', orderId });
      return orderId;
    }

    async function threeOrders() {
      const orders = ordersThere();
      const customerId = ulid();
      // Not in chronological order.
      const second = await placed(orders, customerId, 2_000);
      const first = await placed(orders, customerId, 1_000);
      const third = await placed(orders, customerId, 3_000);
      await placed(orders, ulid(), 2_500);
      const listed = async (limit: number, after?: string) => {
        const { items, next } = await orders.page(customerId, limit, after);
        return { ids: items.map(({ orderId }) => orderId), next };
      };
      return { orders, customerId, first, second, third, listed };
    }

    test('are listed newest first, without those of other customers', async () => {
      const { first, second, third, listed } = await threeOrders();
      expect(await listed(10)).toEqual({ ids: [third, second, first], next: undefined });
    });

    test('are listed page by page, and no page is empty', async () => {
      const { first, second, third, listed } = await threeOrders();
      expect(await listed(2)).toEqual({ ids: [third, second], next: second });
      expect(await listed(2, second)).toEqual({ ids: [first], next: undefined });
      expect(await listed(3)).toEqual({ ids: [third, second, first], next: undefined });
    });

    test("continue with the customer's own orders after the id of another customer's order", async () => {
      const { orders, first, second, listed } = await threeOrders();
      const others = await placed(orders, ulid(), 2_500);
      expect(await listed(10, others)).toEqual({ ids: [second, first], next: undefined });
    });

    test('are listed with the fields of a summary only', async () => {
      const { orders, customerId } = await threeOrders();
      const { orderId, status, total, currency, placedAt, changedAt } = anOrder();
      const { items } = await orders.page(customerId, 1);
      expect(items).toEqual([
        { orderId: expect.not.stringMatching(orderId), status, total, currency, placedAt, changedAt },
      ]);
    });

    test('are an empty list for a customer without orders', async () => {
      expect(await ordersThere().page(ulid(), 10)).toEqual({ items: [] });
    });
  });
}
