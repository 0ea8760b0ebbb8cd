import { randomUUID } from 'node:crypto';
import { isSettled } from '../lambda/orders/domain/order-change.ts';
import type { ApiClient } from './api-client.ts';
import {
  type AcceptedOrder,
  type Approval,
  decideApproval,
  getOrder,
  listApprovals,
  type Order,
  type OrderRequest,
  type OrderStatus,
  type Problem,
  placeOrder,
  requestCancellation,
  requestRefund,
} from './order-api.ts';
import { PATIENCE, type Patience, until } from './until.ts';

/** Default order lines. */
const TWO_CUPS_AND_A_POT = [
  { sku: 'ESPRESSO-CUP', quantity: 2 },
  { sku: 'MOKA-POT-6', quantity: 1 },
];

/**
 * A customer who orders over HTTP and polls the order for a status, and an operator who decides on approvals.
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

  /** Places an order and returns its id. By default, it orders two cups and a pot, paid by a valid card. */
  async place(different: Partial<OrderRequest> = {}): Promise<string> {
    const request = { lines: TWO_CUPS_AND_A_POT, paymentToken: 'tok_visa', ...different };
    return accepted('placeOrder', await placeOrder(randomUUID(), request, this.#customer.opts)).orderId;
  }

  /** Places an order and waits until it is shipped. */
  async purchase(different?: Partial<OrderRequest>): Promise<Order> {
    return this.reached(await this.place(different), 'SHIPPED');
  }

  /** Requests a refund and waits until the order is refunded. */
  async refund({ orderId }: Pick<Order, 'orderId'>): Promise<Order> {
    accepted('requestRefund', await requestRefund(orderId, this.#customer.opts));
    return this.reached(orderId, 'REFUNDED');
  }

  /** Cancels an order and waits until it is cancelled. */
  async cancel(orderId: string): Promise<Order> {
    accepted('requestCancellation', await requestCancellation(orderId, this.#customer.opts));
    return this.reached(orderId, 'CANCELLED');
  }

  /** Decides on an order as the operator, once its approval is listed. */
  async decide(orderId: string, decision: 'APPROVED' | 'DENIED'): ReturnType<typeof decideApproval> {
    await this.awaitsApproval(orderId);
    return decideApproval(orderId, { decision }, this.#operator.opts);
  }

  /** Polls the approvals as the operator until an order is among them. */
  awaitsApproval(orderId: string): Promise<Approval> {
    return until(`the approval of order ${orderId}`, this.#patience, async () => {
      let cursor: string | undefined;
      do {
        const { status, data } = await listApprovals({ cursor }, this.#operator.opts);
        if (status !== 200) throw unexpected('listApprovals', status, 200, data);
        const approval = data.approvals.find((each) => each.orderId === orderId);
        if (approval) return approval;
        cursor = data.next;
      } while (cursor);
      return undefined;
    });
  }

  /** Polls an order until it is settled. */
  settled(orderId: string): Promise<Order> {
    return this.#until(orderId, 'settled', ({ status }) => isSettled(status));
  }

  /** Polls an order until it has a status. */
  reached(orderId: string, status: OrderStatus): Promise<Order> {
    return this.#until(orderId, status, (order) => order.status === status);
  }

  #until(orderId: string, what: string, reached: (order: Order) => boolean): Promise<Order> {
    return until(`order ${orderId} as ${what}`, this.#patience, async () => {
      const { status, data } = await getOrder(orderId, this.#customer.opts);
      if (status === 200) return reached(data) ? data : undefined;
      // Waiting does not help a caller who may not see the order.
      if (status === 401 || status === 403 || status === 404) throw unexpected('getOrder', status, 200, data);
      return undefined;
    });
  }
}

/**
 * Returns the body of an accepted request.
 *
 * @throws Error that describes the response, if it is another one
 */
export function accepted(
  operation: string,
  { status, data }: { status: number; data: AcceptedOrder | Problem },
): AcceptedOrder {
  if (status !== 202) throw unexpected(operation, status, 202, data);
  return data as AcceptedOrder;
}

/** Returns an error that describes an unexpected response. */
export function unexpected(operation: string, status: number, expected: number, data: unknown): Error {
  return new Error(`${operation} answered ${status}, expected ${expected}: ${JSON.stringify(data)}`);
}
