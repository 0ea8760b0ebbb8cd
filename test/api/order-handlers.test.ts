import { ulid } from 'ulid';
import type { AcceptedOrder, OrderPage, Problem } from '../../client/order-api.ts';
import { acceptedOrder } from '../../lambda/orders/contract/accepted-order.ts';
import { orderPage } from '../../lambda/orders/contract/order-summary.ts';
import { publicOrder } from '../../lambda/orders/contract/public-order.ts';
import { anEvent, authorizedAs, CUSTOMER, signedIn } from './an-event.ts';
import { isA, pathOf, placed, REQUEST, storedAs } from './orders-in-memory.ts';
import { NOW, routesInMemory } from './routes-in-memory.ts';

const ANOTHER_CUSTOMER = 'another-customer';
const ANOTHER = signedIn(ANOTHER_CUSTOMER);

describe('placing an order', () => {
  test('responds with the order id and its location', async () => {
    const routes = await routesInMemory();
    const { status, headers, body } = await routes.ask<AcceptedOrder>('placeOrder', { body: REQUEST });
    expect(status).toBe(202);
    isA(acceptedOrder, body);
    expect(body.status).toBe('PLACED');
    expect(headers.location).toBe(`/v1/orders/${body.orderId}`);
    expect(await routes.orders.find(body.orderId)).toMatchObject({ customerId: CUSTOMER, total: 2_500 });
  });

  test('gives the location below the version of the request', async () => {
    const { ask } = await routesInMemory();
    const requestContext = { ...anEvent().requestContext, stage: 'v2' };
    expect((await ask('placeOrder', { body: REQUEST, requestContext })).headers.location).toMatch(/^\/v2\/orders\//);
  });

  test('gives the same response to the same key and request, and refuses another request with that key', async () => {
    const { ask } = await routesInMemory();
    const first = await ask('placeOrder', { body: REQUEST });
    expect(await ask('placeOrder', { body: REQUEST })).toEqual(first);
    const other = { ...REQUEST, lines: [{ sku: 'CUP', quantity: 3 }] };
    expect(await ask('placeOrder', { body: other })).toMatchObject({ status: 422, body: { status: 422 } });
  });

  test('stores the order of a partner under the partner, with idempotency keys of its own', async () => {
    const routes = await routesInMemory();
    const ours = await placed(routes, 'key');
    const theirs = await placed(routes, 'key', authorizedAs('partner-acme'));
    expect(theirs).not.toBe(ours);
    expect(await routes.orders.find(theirs)).toMatchObject({ customerId: 'partner-acme' });
  });

  test('refuses an unknown SKU by its field and writes nothing', async () => {
    const routes = await routesInMemory();
    const body = { ...REQUEST, lines: [{ sku: 'UNICORN', quantity: 1 }] };
    expect(await routes.ask('placeOrder', { body })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'lines[0].sku', received: '"UNICORN"', expected: 'an article that is sold' }] },
    });
    expect(await routes.orders.page(CUSTOMER, 1)).toEqual({ items: [] });
  });

  test('fails without an authorizer', async () => {
    const { ask } = await routesInMemory();
    const requestContext = { ...anEvent().requestContext, authorizer: undefined };
    await expect(ask('placeOrder', { body: REQUEST, requestContext })).rejects.toThrow(
      'neither a customer nor a partner',
    );
  });
});

describe('reading an order', () => {
  test('shows it without the payment token', async () => {
    const routes = await routesInMemory();
    const orderId = await placed(routes);
    const { status, body } = await routes.ask('getOrder', pathOf(orderId));
    expect(status).toBe(200);
    isA(publicOrder, body);
    expect(body).toMatchObject({ orderId, status: 'PLACED', total: 2_500, placedAt: NOW.toISOString() });
    expect(JSON.stringify(body)).not.toContain('tok_');
  });

  test.each(['getOrder', 'requestCancellation', 'requestRefund'] as const)(
    '%s responds to an order of another customer as to one that does not exist',
    async (route) => {
      const routes = await routesInMemory();
      const orderId = await placed(routes);
      const unknown = ulid();
      const theirs = await routes.ask<Problem>(route, { ...pathOf(orderId), requestContext: ANOTHER });
      const missing = await routes.ask<Problem>(route, { ...pathOf(unknown), requestContext: ANOTHER });
      expect(theirs).toMatchObject({ status: 404, body: { detail: `You have no order ${orderId}.` } });
      expect({ ...theirs.body, detail: '' }).toEqual({ ...missing.body, detail: '' });
      expect(await routes.orders.find(orderId)).toMatchObject({ status: 'PLACED' });
    },
  );
});

describe('listing orders', () => {
  test("shows the caller's orders, newest first, in pages joined by a cursor", async () => {
    const routes = await routesInMemory();
    const ids = [await placed(routes), await placed(routes), await placed(routes)].sort().reverse();
    await placed(routes, 'key', ANOTHER);

    const first = await routes.ask<OrderPage>('listOrders', { queryStringParameters: { limit: '2' } });
    isA(orderPage, first.body);
    expect(first.body.orders.map(({ orderId }) => orderId)).toEqual(ids.slice(0, 2));
    const second = await routes.ask('listOrders', { queryStringParameters: { limit: '2', cursor: first.body.next } });
    expect(second.body).toMatchObject({ orders: [{ orderId: ids[2] }] });
    expect(second.body).not.toHaveProperty('next');
  });

  test("shows the caller's own orders with a cursor of another customer", async () => {
    const routes = await routesInMemory();
    const theirs = await storedAs(routes, 'SHIPPED', { customerId: ANOTHER_CUSTOMER, orderId: ulid(0) });
    await placed(routes);
    await placed(routes);
    const { body } = await routes.ask<OrderPage>('listOrders', { queryStringParameters: { limit: '1' } });
    const queryStringParameters = { cursor: body.next };
    const answer = await routes.ask('listOrders', { queryStringParameters, requestContext: ANOTHER });
    expect(answer.body).toEqual({ orders: [expect.objectContaining({ orderId: theirs })] });
  });

  test('shows none to a customer without orders', async () => {
    const { ask } = await routesInMemory();
    expect((await ask('listOrders')).body).toEqual({ orders: [] });
  });

  test('puts only the order id into a cursor', async () => {
    const routes = await routesInMemory();
    const ids = [await placed(routes), await placed(routes)].sort();
    const { body } = await routes.ask<OrderPage>('listOrders', { queryStringParameters: { limit: '1' } });
    expect(Buffer.from(`${body.next}`, 'base64url').toString()).toBe(ids[1]);
  });
});
