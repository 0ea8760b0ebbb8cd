import { setTimeout as delay } from 'node:timers/promises';
import type { Patience } from '../../client/until.ts';
import type { OrderStatus } from '../../lambda/orders/domain/order.ts';
import { isSettled } from '../../lambda/orders/domain/order-change.ts';

/** Where it is known what became of orders. */
export interface OrderStatuses {
  /** The status of each of these orders; an order that is not there is missing. */
  of(orderIds: readonly string[]): Promise<Map<string, OrderStatus>>;
}

/** What became of the orders that were accepted. */
export interface Settlement {
  /** How many ended in each status. */
  readonly settled: ReadonlyMap<OrderStatus, number>;
  /** The orders that were still under way when patience ended. */
  readonly underWay: readonly string[];
  /** The orders that were accepted and are not there. */
  readonly lost: readonly string[];
}

/** Looks at orders until all are settled, or patience ends. */
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
    const known = await statuses.of(pending);
    for (const status of known.values()) {
      if (isSettled(status)) settled.set(status, (settled.get(status) ?? 0) + 1);
    }
    pending = pending.filter((orderId) => !isSettled(known.get(orderId) ?? 'PLACED'));
    report(`${accepted.length - pending.length} of ${accepted.length} orders are settled`);
    if (pending.length === 0 || Date.now() >= deadline) {
      const isThere = (orderId: string) => known.has(orderId);
      return { settled, underWay: pending.filter(isThere), lost: pending.filter((orderId) => !isThere(orderId)) };
    }
    await delay(patience.intervalMs);
  }
}
