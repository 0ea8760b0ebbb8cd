import type { Order } from '../../../lambda/orders/domain/order.ts';
import type { OrderChange } from '../../../lambda/orders/domain/order-change.ts';
import { WriteContention } from '../../../lambda/orders/store/order-store.ts';
import { anOrder } from '../an-order.ts';
import { dynamoInVirtualTime } from './orders-in-virtual-time.ts';

const LINE = { sku: 'CUP', quantity: 1, name: 'Cup', warehouse: 'north', unitPrice: 1_250 };

test('40 orders of 20 pieces at the same moment wait for each other: 20 are shipped, 20 are out of stock, none fails', async () => {
  const { orders, run, sleepUpTo, dynamo } = dynamoInVirtualTime(1);
  /** Makes a change with the retries of the workflow. */
  const change = async (order: Order, to: OrderChange) => {
    for (let delay = 1_000; ; delay *= 2) {
      try {
        return await orders.change(order, to);
      } catch (error) {
        if (!(error instanceof WriteContention) || delay > 16_000) throw error;
        await sleepUpTo(delay);
      }
    }
  };
  const purchase = async (number: number) => {
    const orderId = `order-${number}`;
    const find = async () => (await orders.find(orderId)) as Order;
    await orders.accept(anOrder({ orderId, lines: [LINE] }), { idempotencyKey: orderId, payloadHash: '', orderId });
    if ((await change(await find(), { to: 'RESERVED', stock: 'reserve' })) === 'OUT_OF_STOCK') {
      await change(await find(), { to: 'REJECTED', reason: 'OUT_OF_STOCK' });
    } else {
      for (const to of ['CHARGING', 'CHARGED', 'SHIPPING'] as const) await change(await find(), { to });
      await change(await find(), { to: 'SHIPPED', stock: 'ship' });
    }
    return (await find()).status;
  };
  const ends: string[] = [];
  const all = async () => {
    await orders.stockArticle('CUP', 20);
    ends.push(...(await Promise.all(Array.from({ length: 40 }, (_, number) => purchase(number)))));
    expect(await orders.stockOf('CUP')).toEqual({ available: 0, reserved: 0, shipped: 20 });
  };
  await run(all());
  expect(ends.filter((status) => status === 'SHIPPED')).toHaveLength(20);
  expect(ends.filter((status) => status === 'REJECTED')).toHaveLength(20);
  expect(dynamo.conflicts).toBeGreaterThan(40);
});
