import type { Order, OrderStatus } from './order.ts';

/** The effect of a change on the stock of the order's articles. */
export type StockMove = 'reserve' | 'release' | 'ship' | 'restock';

/** A transition of an order from one status to the next. */
export interface OrderChange {
  readonly to: OrderStatus;
  /** The reason to record; without it, the reason stays as it is. */
  readonly reason?: string;
  /** The execution that claims the order for its purchase; without it, the one before. */
  readonly execution?: string | undefined;
  /** The stock that moves in the same transaction; without it, none. */
  readonly stock?: StockMove;
  /** The decision of an operator about an order that needed attention. */
  readonly resolution?: NonNullable<Order['resolution']>;
}

const NEXT: Record<OrderStatus, readonly OrderStatus[]> = {
  PLACED: ['RESERVED', 'REJECTED', 'CANCELLING', 'FAILING_PLACED', 'NEEDS_ATTENTION'],
  // CHARGED without CHARGING: an execution of an earlier release charges without a claim.
  RESERVED: ['AWAITING_APPROVAL', 'CHARGING', 'CHARGED', 'REJECTED', 'CANCELLING', 'FAILING_PLACED', 'NEEDS_ATTENTION'],
  AWAITING_APPROVAL: ['CHARGING', 'CHARGED', 'REJECTED', 'CANCELLING', 'FAILING_PLACED', 'NEEDS_ATTENTION'],
  CHARGING: ['CHARGED', 'REJECTED', 'CANCELLING', 'FAILING_PLACED', 'NEEDS_ATTENTION'],
  CHARGED: ['SHIPPING', 'CANCELLING', 'FAILING_CHARGED', 'NEEDS_ATTENTION'],
  SHIPPING: ['SHIPPED', 'FAILING_SHIPPING', 'NEEDS_ATTENTION'],
  CANCELLING: ['CANCELLED', 'NEEDS_ATTENTION'],
  FAILING_PLACED: ['FAILED', 'CANCELLING', 'NEEDS_ATTENTION'],
  FAILING_CHARGED: ['FAILED', 'CANCELLING', 'NEEDS_ATTENTION'],
  FAILING_SHIPPING: ['FAILED', 'REJECTED', 'SHIPPED', 'NEEDS_ATTENTION'],
  SHIPPED: ['REFUND_REQUESTED'],
  REFUND_REQUESTED: ['REFUNDED', 'NEEDS_ATTENTION'],
  REJECTED: [],
  CANCELLED: [],
  FAILED: [],
  REFUNDED: [],
  // An operator has undone or completed what the platform could not.
  NEEDS_ATTENTION: ['FAILED', 'CANCELLED', 'REFUNDED', 'SHIPPED'],
};

/** An order is not in a status that a step expects; a retry does not help. */
export class UnexpectedOrderStatus extends Error {
  override readonly name = 'UnexpectedOrderStatus';

  constructor(order: Order, expected: string) {
    super(`order ${order.orderId} is ${order.status}, expected ${expected}`);
  }
}

/** The status in which the compensation claims an order, by the status that it finds the order in. */
export const COMPENSATION_CLAIMS: Partial<Record<OrderStatus, OrderStatus>> = {
  PLACED: 'FAILING_PLACED',
  RESERVED: 'FAILING_PLACED',
  AWAITING_APPROVAL: 'FAILING_PLACED',
  CHARGING: 'FAILING_PLACED',
  CHARGED: 'FAILING_CHARGED',
  SHIPPING: 'FAILING_SHIPPING',
};

/** Returns true if a compensation has claimed an order in this status. */
export function isFailing(status: string): boolean {
  return status.startsWith('FAILING_');
}

/** Returns true if no step follows this status unless a person acts. */
export function isSettled(status: OrderStatus): boolean {
  return NEXT[status].length === 0 || status === 'SHIPPED' || status === 'NEEDS_ATTENTION';
}

/** Returns true if a customer may cancel an order in this status. */
export function isCancellable(status: OrderStatus): boolean {
  return NEXT[status].includes('CANCELLING');
}

/**
 * Returns the order after a change, with the next version number.
 *
 * @throws UnexpectedOrderStatus if the order's status does not lead to the new one
 */
export function changed(order: Order, change: OrderChange, now: Date): Order {
  if (!NEXT[order.status].includes(change.to)) {
    const allowed = Object.entries(NEXT).filter(([, next]) => next.includes(change.to));
    throw new UnexpectedOrderStatus(
      order,
      `one of ${allowed.map(([status]) => status).join(', ')} to become ${change.to}`,
    );
  }
  const { reason: before, ...rest } = order;
  // An order whose parcels have left is not undone: the reason of the claim no longer applies.
  const reason = change.reason ?? (change.to === 'SHIPPED' ? undefined : before);
  return {
    ...rest,
    status: change.to,
    version: order.version + 1,
    changedAt: now.toISOString(),
    ...(change.stock && { stockReserved: change.stock === 'reserve' }),
    ...(change.to === 'CHARGED' && { charged: true }),
    ...(change.execution && { execution: change.execution }),
    ...(reason && { reason }),
    ...(change.resolution && { resolution: change.resolution }),
  };
}
