import type { Order, OrderStatus } from './order.ts';

/** What a change of an order does to the stock of its articles. */
export type StockMove = 'reserve' | 'release' | 'ship' | 'restock';

/** A step of an order from one status to the next. */
export interface OrderChange {
  readonly to: OrderStatus;
  /** Why, where the new status needs a reason. */
  readonly reason?: string;
  /** What happens to the stock in the same transaction; nothing without it. */
  readonly stock?: StockMove;
}

const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  PLACED: ['RESERVED', 'REJECTED', 'FAILED'],
  RESERVED: ['SHIPPED', 'FAILED'],
  SHIPPED: ['REFUND_REQUESTED'],
  REFUND_REQUESTED: ['REFUNDED', 'NEEDS_ATTENTION'],
  REJECTED: [],
  FAILED: [],
  REFUNDED: [],
  NEEDS_ATTENTION: [],
};

/** An order is not in the status a step expects: retrying will not help. */
export class UnexpectedOrderStatus extends Error {
  override readonly name = 'UnexpectedOrderStatus';

  constructor(order: Order, expected: string) {
    super(`order ${order.orderId} is ${order.status}, expected ${expected}`);
  }
}

/**
 * The order after a change, one version on.
 *
 * @throws UnexpectedOrderStatus where the order's status does not lead to the new one
 */
export function changed(order: Order, change: OrderChange, now: Date): Order {
  if (!NEXT[order.status].includes(change.to)) {
    const allowed = Object.entries(NEXT).filter(([, next]) => next.includes(change.to));
    throw new UnexpectedOrderStatus(
      order,
      `one of ${allowed.map(([status]) => status).join(', ')} to become ${change.to}`,
    );
  }
  return {
    ...order,
    status: change.to,
    version: order.version + 1,
    changedAt: now.toISOString(),
    ...(change.reason && { reason: change.reason }),
  };
}
