import { setTimeout as delay } from 'node:timers/promises';
import type { Patience } from '../../client/until.ts';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';

/** Source of the current status of orders. */
export interface OrderStatuses {
  /** Returns the status of each order by id; an order that does not exist is missing. */
  of(orderIds: readonly string[]): Promise<Map<string, OrderStatus>>;
}

/** Final statuses of the accepted orders. */
export interface Settlement {
  /** Number of orders by final status. */
  readonly settled: ReadonlyMap<OrderStatus, number>;
  /** The orders that were still in progress at the time limit. */
  readonly underWay: readonly string[];
  /** The orders that were accepted and do not exist. */
  readonly lost: readonly string[];
}

/** Orders to read at once: one call of BatchGetItem. Orders settle roughly in the order of their acceptance. */
const READ_AT_ONCE = 100;

/** Polls the oldest orders until all are settled, or all of them when the time limit is reached. */
export async function settlementOf(
  statuses: OrderStatuses,
  accepted: readonly string[],
  patience: Patience,
  report: (line: string) => void = () => {},
): Promise<Settlement> {
  const settled = new Map<OrderStatus, number>();
  const deadline = Date.now() + patience.timeoutMs;
  let pending = accepted;
  for (;;) {
    const isLast = Date.now() >= deadline;
    const known = await statuses.of(isLast ? pending : pending.slice(0, READ_AT_ONCE));
    for (const status of known.values()) {
      if (isSettled(status)) settled.set(status, (settled.get(status) ?? 0) + 1);
    }
    pending = pending.filter((orderId) => !isSettled(known.get(orderId) ?? 'PLACED'));
    report(`${accepted.length - pending.length} of ${accepted.length} orders are settled`);
    if (pending.length === 0 || isLast) {
      const isThere = (orderId: string) => known.has(orderId);
      return { settled, underWay: pending.filter(isThere), lost: pending.filter((orderId) => !isThere(orderId)) };
    }
    await delay(patience.intervalMs);
  }
}
