import { ulid } from 'ulid';
import type { Order } from '../../../lambda/orders/domain/order.ts';
import type { OrderIntake } from '../../../lambda/orders/intake/place-order.ts';
import { OrderConflict, type OrderStore } from '../../../lambda/orders/store/order-store.ts';
import { anOrder } from '../an-order.ts';
import type { StockCount } from './in-memory-orders.ts';

/** An order store, with what a test needs to set up and see its stock. */
export interface OrdersUnderTest extends OrderStore, OrderIntake {
  stockArticle(sku: string, available: number): Promise<void>;
  stockOf(sku: string): Promise<StockCount | undefined>;
}

/** Tests that every order store passes. */
export function describeOrderStore(where: string, ordersThere: () => OrdersUnderTest): void {
  describe(`orders in ${where}`, () => {
    const request = (order: Order, payloadHash = 'a') => ({
      idempotencyKey: `AIDACUSTOMER#${order.orderId}`,
      payloadHash,
      orderId: order.orderId,
    });

    async function accepted(available: number): Promise<{ orders: OrdersUnderTest; order: Order; sku: string }> {
      const orders = ordersThere();
      const sku = `CUP-${ulid()}`;
      await orders.stockArticle(sku, available);
      const order = anOrder({
        orderId: ulid(),
        lines: [{ sku, quantity: 2, name: 'Cup', warehouse: 'north', unitPrice: 1_250 }],
      });
      expect(await orders.accept(order, request(order))).toBe(true);
      return { orders, order, sku };
    }

    test('store an order together with its idempotency key', async () => {
      const { orders, order } = await accepted(5);
      expect(await orders.find(order.orderId)).toEqual(order);
      expect(await orders.remembered(`AIDACUSTOMER#${order.orderId}`)).toMatchObject(request(order));
    });

    test('accept no second order with a used key', async () => {
      const { orders, order } = await accepted(5);
      const second = { ...order, orderId: ulid() };
      expect(await orders.accept(second, { ...request(order), orderId: second.orderId })).toBe(false);
      expect(await orders.find(second.orderId)).toBeUndefined();
    });

    test('change an order and its stock together, and increment the version', async () => {
      const { orders, order, sku } = await accepted(5);
      expect(await orders.change(order, { to: 'RESERVED', stock: 'reserve' })).toBe('CHANGED');
      expect(await orders.find(order.orderId)).toMatchObject({ status: 'RESERVED', version: 2 });
      expect(await orders.stockOf(sku)).toEqual({ available: 3, reserved: 2, shipped: 0 });
    });

    test('change neither the order nor the stock if there is too little of an article', async () => {
      const { orders, order, sku } = await accepted(1);
      expect(await orders.change(order, { to: 'RESERVED', stock: 'reserve' })).toBe('OUT_OF_STOCK');
      expect(await orders.find(order.orderId)).toEqual(order);
      expect(await orders.stockOf(sku)).toEqual({ available: 1, reserved: 0, shipped: 0 });
    });

    test('refuse a change of an older version, and do not change the stock', async () => {
      const { orders, order, sku } = await accepted(5);
      await orders.change(order, { to: 'RESERVED', stock: 'reserve' });
      await expect(orders.change(order, { to: 'RESERVED', stock: 'reserve' })).rejects.toThrow(OrderConflict);
      expect(await orders.stockOf(sku)).toEqual({ available: 3, reserved: 2, shipped: 0 });
    });

    test('refuse a change of an order that was read before a pseudonym replaced its customer, at the same version', async () => {
      const { orders, order } = await accepted(5);
      const before = { ...order, customerId: 'AIDAERASED' };
      await expect(orders.change(before, { to: 'CANCELLING' })).rejects.toThrow(OrderConflict);
      expect(await orders.find(order.orderId)).toEqual(order);
    });

    test('move stock from reserved to shipped and back to available', async () => {
      const { orders, order, sku } = await accepted(5);
      const latest = async () => (await orders.find(order.orderId)) as Order;
      await orders.change(await latest(), { to: 'RESERVED', stock: 'reserve' });
      await orders.change(await latest(), { to: 'CHARGED' });
      await orders.change(await latest(), { to: 'SHIPPING' });
      await orders.change(await latest(), { to: 'SHIPPED', stock: 'ship' });
      expect(await orders.stockOf(sku)).toEqual({ available: 3, reserved: 0, shipped: 2 });
      await orders.change(await latest(), { to: 'REFUND_REQUESTED' });
      await orders.change(await latest(), { to: 'REFUNDED', stock: 'restock' });
      expect(await orders.stockOf(sku)).toEqual({ available: 5, reserved: 0, shipped: 0 });
    });

    test('list an order from its deadline on until it is settled, and then if it needs attention', async () => {
      const { orders, order } = await accepted(5);
      const { orderId } = order;
      const listed = async (time: string) => {
        const waiting = [...(await orders.overdue(new Date(time), 3)), ...(await orders.needingAttention())];
        return waiting.filter((each) => each.orderId === orderId);
      };
      expect(await listed('2026-01-01T10:15:00.000Z')).toEqual([]);
      expect(await listed('2026-01-01T10:15:00.001Z')).toEqual([{ orderId, since: '2026-01-01T10:15:00.000Z' }]);
      await orders.change(order, { to: 'NEEDS_ATTENTION' });
      const kept = (await orders.find(orderId)) as Order;
      expect(await listed('2099-01-01T00:00:00.000Z')).toEqual([{ orderId, since: kept.changedAt }]);
      await orders.change(kept, { to: 'FAILED' });
      expect(await listed('2099-01-01T00:00:00.000Z')).toEqual([]);
    });

    test('find no order that was not accepted', async () => {
      expect(await ordersThere().find(ulid())).toBeUndefined();
    });
  });
}
