import { randomUUID } from 'node:crypto';
import { isSettled } from '../lambda/orders/domain/order-change.ts';
import type { ApiClient } from './api-client.ts';
import {
  type AcceptedOrder,
  decideApproval,
  getOrder,
  type Order,
  type OrderRequest,
  type OrderStatus,
  type Problem,
  placeOrder,
  requestCancellation,
  requestRefund,
} from './order-api.ts';
import { PATIENCE, type Patience, until } from './until.ts';

/** What is ordered where a test or the demo does not care. */
const TWO_CUPS_AND_A_POT = [
  { sku: 'ESPRESSO-CUP', quantity: 2 },
  { sku: 'MOKA-POT-6', quantity: 1 },
];

/**
 * A customer of the platform, who orders over HTTP and looks at the order until it is where it should be, and an operator
 * who decides on it.
 */
export class Shop {
  readonly #customer: ApiClient;
  readonly #operator: ApiClient;
  readonly #patience: Patience;

  constructor(customer: ApiClient, operator: ApiClient = customer, patience: Patience = PATIENCE) {
    this.#customer = customer;
    this.#operator = operator;
    this.#patience = patience;
  }

  /** Places an order, of two cups and a pot paid by a card that works, or of what is given; answers with its number. */
  async place(different: Partial<OrderRequest> = {}): Promise<string> {
    const request = { lines: TWO_CUPS_AND_A_POT, paymentToken: 'tok_visa', ...different };
    return accepted('placeOrder', await placeOrder(randomUUID(), request, this.#customer.opts)).orderId;
  }

  /** Places an order and waits until it is shipped. */
  async purchase(different?: Partial<OrderRequest>): Promise<Order> {
    return this.reached(await this.place(different), 'SHIPPED');
  }

  /** Sends an order back, and waits until it is refunded. */
  async refund({ orderId }: Pick<Order, 'orderId'>): Promise<Order> {
    accepted('requestRefund', await requestRefund(orderId, this.#customer.opts));
    return this.reached(orderId, 'REFUNDED');
  }

  /** Cancels an order, and waits until that is done. */
  async cancel(orderId: string): Promise<Order> {
    accepted('requestCancellation', await requestCancellation(orderId, this.#customer.opts));
    return this.reached(orderId, 'CANCELLED');
  }

  /** Decides on an order as the operator, once it waits for that. */
  async decide(orderId: string, decision: 'APPROVED' | 'DENIED'): ReturnType<typeof decideApproval> {
    await this.reached(orderId, 'AWAITING_APPROVAL');
    return decideApproval(orderId, { decision }, this.#operator.opts);
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
    return until(`order ${orderId} as ${what}`, this.#patience, async () => {
      const { status, data } = await getOrder(orderId, this.#customer.opts);
      if (status === 200) return reached(data) ? data : undefined;
      // Whoever may not see the order will not be let to by waiting.
      if (status === 401 || status === 403 || status === 404) throw unexpected('getOrder', status, 200, data);
      return undefined;
    });
  }
}

/**
 * What an operation accepted.
 *
 * @throws Error that says what it answered instead
 */
export function accepted(
  operation: string,
  { status, data }: { status: number; data: AcceptedOrder | Problem },
): AcceptedOrder {
  if (status !== 202) throw unexpected(operation, status, 202, data);
  return data as AcceptedOrder;
}

/** An error that says what an operation answered, and what it should have. */
export function unexpected(operation: string, status: number, expected: number, data: unknown): Error {
  return new Error(`${operation} answered ${status}, expected ${expected}: ${JSON.stringify(data)}`);
}
