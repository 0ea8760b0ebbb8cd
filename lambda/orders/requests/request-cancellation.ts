import { answerTask } from '../approvals/answer-task.ts';
import type { Approvals, TaskTokens } from '../approvals/approvals.ts';
import { publicStatusOf } from '../contract/public-status.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { isCancellable } from '../domain/order-change.ts';
import type { Conflict, Refusal } from '../domain/refusal.ts';
import type { OrderStore } from '../store/order-store.ts';
import { attemptOnLatest } from './attempt-on-latest.ts';

/** Ports of requesting a cancellation. */
export interface RequestCancellationPorts {
  readonly store: OrderStore;
  readonly approvals: Approvals;
  readonly tokens: TaskTokens;
}

/** Cancels an order of this customer, if its shipment has not started: one conditional write decides. */
export async function requestCancellation(
  ports: RequestCancellationPorts,
  customerId: string,
  orderId: string,
): Promise<{ readonly kind: 'REQUESTED' } | Refusal | Conflict> {
  const result = await attemptOnLatest(orderId, () => cancel(ports.store, customerId, orderId));
  if (result.kind !== 'REQUESTED') return result;
  // Ends the wait of the workflow for an operator, also if the workflow is about to request it.
  const approval = await ports.approvals.end(orderId, 'CANCELLED', customerId);
  if (approval?.token && approval.end === 'CANCELLED') await answerTask(ports, approval, { decision: 'CANCELLED' });
  return result;
}

async function cancel(
  store: OrderStore,
  customerId: string,
  orderId: string,
): Promise<{ readonly kind: 'REQUESTED' } | Refusal> {
  const order = await store.find(orderId);
  if (order?.customerId !== customerId) return { kind: 'NOT_FOUND' };
  if (order.status === 'CANCELLING' || order.status === 'CANCELLED') return { kind: 'REQUESTED' };
  if (!hasKnownStatus(order) || !isCancellable(order.status)) {
    return {
      kind: 'REFUSED',
      reason: `Order ${orderId} is ${publicStatusOf(order.status)}; only a PLACED or CHARGED order can be cancelled.`,
    };
  }
  await store.change(order, { to: 'CANCELLING', reason: 'CANCELLED_BY_CUSTOMER' });
  return { kind: 'REQUESTED' };
}
