import { randomUUID } from 'node:crypto';
import type { Order, OrderRequest, OrderStatus } from '../../lambda/orders/order.ts';
import { isSettled } from '../../lambda/orders/order-change.ts';
import type { ApiAnswer, ApiClient } from './api-client.ts';
import { PATIENCE, until } from './until.ts';

/** What is ordered where a test or the demo does not care. */
const TWO_CUPS_AND_A_POT = [
  { sku: 'ESPRESSO-CUP', quantity: 2 },
  { sku: 'MOKA-POT-6', quantity: 1 },
];

/** A customer of the platform, who orders over HTTP and looks at the order until it is where it should be. */
export class Shop {
  readonly #api: ApiClient;

  constructor(api: ApiClient) {
    this.#api = api;
  }

  /** Places an order, of two cups and a pot paid by a card that works, or of what is given; answers with its number. */
  async place(different: Partial<OrderRequest> = {}): Promise<string> {
    const answer = await this.#api.send({
      method: 'POST',
      path: '/orders',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ lines: TWO_CUPS_AND_A_POT, paymentToken: 'tok_visa', ...different }),
    });
    return accepted('POST /orders', answer).orderId;
  }

  /** Places an order and waits until it is shipped. */
  async purchase(different?: Partial<OrderRequest>): Promise<Order> {
    return this.reached(await this.place(different), 'SHIPPED');
  }

  /** Sends an order back, and waits until it is refunded. */
  async refund({ orderId }: Order): Promise<Order> {
    const path = `/orders/${orderId}/refund`;
    accepted(`POST ${path}`, await this.#api.send({ method: 'POST', path }));
    return this.reached(orderId, 'REFUNDED');
  }

  /** Cancels an order, and waits until that is done. */
  async cancel(orderId: string): Promise<Order> {
    const path = `/orders/${orderId}/cancellation`;
    accepted(`POST ${path}`, await this.#api.send({ method: 'POST', path }));
    return this.reached(orderId, 'CANCELLED');
  }

  /** Decides on an order as an operator, once it waits for that. */
  async decide(orderId: string, decision: 'APPROVED' | 'DENIED'): Promise<ApiAnswer> {
    await this.reached(orderId, 'AWAITING_APPROVAL');
    return this.#api.send({
      method: 'POST',
      path: `/orders/${orderId}/approval`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ decision }),
    });
  }

  /** Looks at an order until its workflow is done with it. */
  settled(orderId: string): Promise<Order> {
    return this.#until(orderId, 'settled', ({ status }) => isSettled(status));
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
