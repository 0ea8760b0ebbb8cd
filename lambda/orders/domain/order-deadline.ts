import type { Order } from './order.ts';
import { isSettled } from './order-change.ts';

/** The time limit of a step of the workflow with all its retries; after it, the order is overdue. */
const STEP_SECONDS = 15 * 60;

/** Returns the time, in ISO 8601, at which an order is overdue; undefined if it is settled. */
export function deadlineOf(order: Order, approvalSeconds: number): string | undefined {
  if (isSettled(order.status)) return undefined;
  const changedAt = Date.parse(order.changedAt);
  const waitsUntil = {
    AWAITING_APPROVAL: changedAt + approvalSeconds * 1_000,
    CHARGED: Math.max(changedAt, Date.parse(order.shipNotBefore ?? order.changedAt)),
  };
  const start = waitsUntil[order.status as keyof typeof waitsUntil] ?? changedAt;
  return new Date(start + STEP_SECONDS * 1_000).toISOString();
}
