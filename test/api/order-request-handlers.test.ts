import { acceptedOrder } from '../../lambda/orders/contract/accepted-order.ts';
import { OrderConflict, WriteContention } from '../../lambda/orders/store/order-store.ts';
import { anOrder } from '../orders/an-order.ts';
import { isA, pathOf, placed, storedAs } from './orders-in-memory.ts';
import { routesInMemory } from './routes-in-memory.ts';

describe('cancelling an order', () => {
  test('is accepted repeatedly before the shipment starts', async () => {
    const routes = await routesInMemory();
    const orderId = await placed(routes);
    const first = await routes.ask('requestCancellation', pathOf(orderId));
    expect(first).toMatchObject({ status: 202, headers: { location: `/v1/orders/${orderId}` } });
    isA(acceptedOrder, first.body);
    expect(await routes.ask('requestCancellation', pathOf(orderId))).toEqual(first);
    expect(await routes.orders.find(orderId)).toMatchObject({ status: 'CANCELLING' });
  });

  test.each(['SHIPPING', 'SHIPPED'] as const)('is refused with the reason if the order is %s', async (status) => {
    const routes = await routesInMemory();
    const orderId = await storedAs(routes, status);
    expect(await routes.ask('requestCancellation', pathOf(orderId))).toMatchObject({
      status: 409,
      body: {
        title: 'Conflict',
        detail: `Order ${orderId} is ${status}; only a PLACED or CHARGED order can be cancelled.`,
      },
    });
  });
});

describe('requesting a refund', () => {
  test('is accepted repeatedly once the order is shipped', async () => {
    const routes = await routesInMemory();
    const orderId = await storedAs(routes, 'SHIPPED');
    const first = await routes.ask('requestRefund', pathOf(orderId));
    expect(first).toMatchObject({ status: 202, headers: { location: `/v1/orders/${orderId}` } });
    isA(acceptedOrder, first.body);
    expect(await routes.ask('requestRefund', pathOf(orderId))).toEqual(first);
  });

  test('is refused with the reason before the order is shipped', async () => {
    const routes = await routesInMemory();
    const orderId = await storedAs(routes, 'RESERVED');
    expect(await routes.ask('requestRefund', pathOf(orderId))).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining('only a SHIPPED order can be refunded') },
    });
  });

  test('is accepted again after the order is refunded', async () => {
    const routes = await routesInMemory();
    const orderId = await storedAs(routes, 'REFUNDED');
    expect(await routes.ask('requestRefund', pathOf(orderId))).toMatchObject({ status: 202, body: { orderId } });
  });
});

describe.each([
  ['requestCancellation', 'RESERVED'],
  ['requestRefund', 'SHIPPED'],
] as const)('%s of an order that others change at the same time', (operation, status) => {
  async function contended(error: Error, times: number) {
    const routes = await routesInMemory();
    const orderId = await storedAs(routes, status);
    const change = routes.orders.change.bind(routes.orders);
    let attempts = 0;
    routes.orders.change = (...args) => (++attempts > times ? change(...args) : Promise.reject(error));
    return { answer: await routes.ask(operation, pathOf(orderId)), attempts, orderId };
  }

  test('is attempted five times on the latest version', async () => {
    const { answer, attempts } = await contended(new OrderConflict(anOrder()), 4);
    expect([answer.status, attempts]).toEqual([202, 5]);
  });

  test.each([
    ['then', new OrderConflict(anOrder()), 5],
    ['at once after the store has repeated the write', new WriteContention(anOrder()), 1],
  ])('is answered with 409 and Retry-After %s', async (_, error, expected) => {
    const { answer, attempts, orderId } = await contended(error, Number.POSITIVE_INFINITY);
    expect(answer).toMatchObject({
      status: 409,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '1' },
      body: { detail: `Order ${orderId} is being changed at the moment. Try again.` },
    });
    expect(attempts).toBe(expected);
  });
});
