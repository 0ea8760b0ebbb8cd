import type { Approvals, Operators, TaskTokens } from '../approvals/approvals.ts';
import { UnexpectedOrderStatus } from '../domain/order-change.ts';
import type { OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** What asking for an approval needs of the world. */
export interface RequestApprovalPorts {
  readonly store: OrderStore;
  readonly approvals: Approvals;
  readonly tokens: TaskTokens;
  readonly operators: Operators;
  readonly now: () => Date;
}

/** Asks the operators to approve an order; the workflow waits with the token until somebody answers it. */
export async function requestApproval(
  ports: RequestApprovalPorts,
  orderId: string,
  token: string,
  timeoutSeconds: number,
): Promise<void> {
  const now = ports.now();
  // Kept before the order shows that it waits: whoever sees it may decide.
  const approval = await ports.approvals.open({
    orderId,
    token,
    requestedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + timeoutSeconds * 1_000).toISOString(),
  });
  // Asked a second time, after the first was answered: the answer holds.
  if (approval.end) return ports.tokens.succeed(token, { decision: approval.end });

  const advance = await advanceOrder(ports.store, orderId, ['RESERVED'], { to: 'AWAITING_APPROVAL' }).catch(gone);
  if (advance === 'CANCELLED') {
    await ports.approvals.end(orderId, 'CANCELLED', 'the order workflow');
    return ports.tokens.succeed(token, { decision: 'CANCELLED' });
  }
  await ports.operators.notify(orderId, approval.expiresAt);
}

/** An order that was undone meanwhile needs nobody's approval, as one that was cancelled. */
function gone(error: unknown): 'CANCELLED' {
  if (error instanceof UnexpectedOrderStatus) return 'CANCELLED';
  throw error;
}
