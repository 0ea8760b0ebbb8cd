import { randomUUID } from 'node:crypto';
import type { Order, OrderStatus } from '../../lambda/orders/order.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import { PATIENCE, until } from './until.ts';

/** A customer of the platform, who orders over HTTP and looks at the order until it is where it should be. */
export class Shop {
  readonly #api: ApiClient;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  /** Orders two cups and a pot, and waits until they are shipped. */
  async purchase(): Promise<Order> {
    const lines = [
      { sku: 'ESPRESSO-CUP', quantity: 2 },
      { sku: 'MOKA-POT-6', quantity: 1 },
    ];
    const answer = await this.#api.send({
      method: 'POST',
      path: '/orders',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ lines }),
    });
    const { orderId } = accepted('POST /orders', answer);
    return this.reached(orderId, 'SHIPPED');
  }

  /** Sends an order back, and waits until it is refunded. */
  async refund({ orderId }: Order): Promise<Order> {
    const path = `/orders/${orderId}/refund`;
    accepted(`POST ${path}`, await this.#api.send({ method: 'POST', path }));
    return this.reached(orderId, 'REFUNDED');
  }

  /** Looks at an order until its workflow is done with it. */
  settled(orderId: string): Promise<Order> {
    return this.#until(
      orderId,
      'settled',
      ({ status }) => !['PLACED', 'RESERVED', 'REFUND_REQUESTED'].includes(status),
    );
  }

  /** Looks at an order until it has a status. */
  reached(orderId: string, status: OrderStatus): Promise<Order> {
    return this.#until(orderId, status, (order) => order.status === status);
  }

  #until(orderId: string, what: string, reached: (order: Order) => boolean): Promise<Order> {
    return until(`order ${orderId} as ${what}`, PATIENCE, async () => {
      const { body } = await this.#api.send({ method: 'GET', path: `/orders/${orderId}` });
      return reached(body) ? body : undefined;
    });
  }
}

function accepted(request: string, { status, body }: ApiAnswer): { orderId: string } {
  if (status !== 202) throw new Error(`${request} answered ${status}, expected 202: ${JSON.stringify(body)}`);
  return body;
}
