import { step } from '../../platform/step.ts';
import type { Approvals } from '../approvals/approvals.ts';
import { hasKnownStatus } from '../domain/order.ts';
import { isSettled } from '../domain/order-change.ts';
import { ORDER_STORE_SETTINGS, type OrderStore, storedOrderOf } from '../store/order-store.ts';
import { attentionReason } from './attention-reason.ts';

/** The log message of a function that hands an order over to a person; an alarm filters for it. */
export const ATTENTION_MESSAGE = 'An order needs attention';

/** Ports of a function that hands orders over to a person. */
export interface AttentionPorts {
  readonly store: OrderStore;
  readonly approvals: Approvals;
  /** Logs that an order needs attention. */
  readonly report: (orderId: string, reason: string) => void;
}

/**
 * Hands an order over to a person, because it cannot be ended or undone automatically.
 *
 * An order in a status of a newer release stays as it is; the person is notified all the same.
 */
export async function handOver(ports: AttentionPorts, orderId: string, reason: string): Promise<void> {
  const { store, approvals, report } = ports;
  const order = await storedOrderOf(store, orderId);
  // Before the change: if the function crashes between the two, the repeated call finds the order settled.
  report(orderId, reason);
  if (!hasKnownStatus(order)) return;
  if (!isSettled(order.status)) await store.change(order, { to: 'NEEDS_ATTENTION', reason });
  else if (order.status !== 'NEEDS_ATTENTION') return;
  // The order needs another decision: a request for the approval that is still in flight then has no effect.
  await approvals.end(orderId, 'CANCELLED', 'the order workflow');
}

/** The order to hand over, and the error as a Catch has it; an execution of an earlier release sends its name alone. */
interface AttentionInput {
  readonly orderId: string;
  readonly error: string;
  readonly failure?: { readonly Cause?: string };
}

/** Hands an order of the workflow over to a person. */
export const needAttention = step({
  entry: 'orders/need-attention',
  settings: [...ORDER_STORE_SETTINGS, 'APPROVALS_TABLE'],
  run:
    (ports: AttentionPorts) =>
    ({ orderId, error, failure }: AttentionInput) =>
      handOver(ports, orderId, attentionReason({ error, cause: failure?.Cause })),
});
