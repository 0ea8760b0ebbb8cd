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

const UNDONE: readonly OrderStatus[] = ['FAILED', 'NEEDS_ATTENTION'];

const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  PLACED: ['RESERVED', 'REJECTED', 'CANCELLING', ...UNDONE],
  RESERVED: ['AWAITING_APPROVAL', 'CHARGED', 'REJECTED', 'CANCELLING', ...UNDONE],
  AWAITING_APPROVAL: ['CHARGED', 'REJECTED', 'CANCELLING', ...UNDONE],
  CHARGED: ['SHIPPING', 'CANCELLING', ...UNDONE],
  SHIPPING: ['SHIPPED', 'REJECTED', ...UNDONE],
  CANCELLING: ['CANCELLED', 'NEEDS_ATTENTION'],
  SHIPPED: ['REFUND_REQUESTED'],
  REFUND_REQUESTED: ['REFUNDED', 'NEEDS_ATTENTION'],
  REJECTED: [],
  CANCELLED: [],
  FAILED: [],
  REFUNDED: [],
  // A person has undone what the platform could not.
  NEEDS_ATTENTION: ['FAILED', 'CANCELLED', 'REFUNDED'],
};

/** An order is not in the status a step expects: retrying will not help. */
export class UnexpectedOrderStatus extends Error {
  override readonly name = 'UnexpectedOrderStatus';

  constructor(order: Order, expected: string) {
    super(`order ${order.orderId} is ${order.status}, expected ${expected}`);
  }
}

/** Whether an order in this status is done with: nothing follows by itself. */
export function isSettled(status: OrderStatus): boolean {
  return NEXT[status].length === 0 || status === 'SHIPPED' || status === 'NEEDS_ATTENTION';
}

/** Whether a customer may still cancel an order in this status. */
export function isCancellable(status: OrderStatus): boolean {
  return NEXT[status].includes('CANCELLING');
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
    ...(change.stock && { stockReserved: change.stock === 'reserve' }),
    ...(change.reason && { reason: change.reason }),
  };
}
