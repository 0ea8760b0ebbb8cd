import type { Order } from '../../../lambda/orders/domain/order.ts';
import { requestRefund } from '../../../lambda/orders/requests/request-refund.ts';
import type { OrderStore } from '../../../lambda/orders/store/order-store.ts';
import { anOrder } from '../../orders/an-order.ts';
import { InMemoryOrders } from '../../orders/store/in-memory-orders.ts';

test('a refund requested while its order is erased finds no order, and changes nothing', async () => {
  const orders = new InMemoryOrders();
  const order = anOrder({ customerId: 'a3c1', status: 'SHIPPED' });
  const erased = { ...order, customerId: 'erased-01', paymentToken: 'erased' };
  const put = (kept: Order, idempotencyKey: string) =>
    orders.accept(kept, { idempotencyKey, payloadHash: '', orderId: kept.orderId });
  await put(order, 'before');
  const store: OrderStore = {
    find: (orderId) => orders.find(orderId),
    overdue: (now, shard) => orders.overdue(now, shard),
    needingAttention: () => orders.needingAttention(),
    change: async (read, change) => {
      await put(erased, 'after');
      return orders.change(read, change);
    },
  };
  expect(await requestRefund(store, 'a3c1', order.orderId)).toEqual({ kind: 'NOT_FOUND' });
  expect(await orders.find(order.orderId)).toEqual(erased);
});
