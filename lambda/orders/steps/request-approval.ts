import { step } from '../../platform/step.ts';
import type { Approvals, Operators, TaskTokens } from '../approvals/approvals.ts';
import { ORDER_STORE_SETTINGS, type OrderStore } from '../store/order-store.ts';
import { advanceOrder } from './advance-order.ts';

/** Ports of the step that requests an approval. */
export interface RequestApprovalPorts {
  readonly store: OrderStore;
  readonly approvals: Approvals;
  readonly tokens: TaskTokens;
  readonly operators: Operators;
  readonly now: () => Date;
}

/** Asks the operators to approve an order; the workflow waits until its task token is answered. */
export const requestApproval = step({
  entry: 'orders/request-approval',
  settings: [...ORDER_STORE_SETTINGS, 'APPROVALS_TABLE', 'OPERATORS_TOPIC_ARN'],
  run:
    (ports: RequestApprovalPorts, { APPROVAL_SECONDS }) =>
    async ({ orderId, token }: { orderId: string; token: string }): Promise<void> => {
      const now = ports.now();
      // Stored before the order shows that it waits: an operator who sees it can decide.
      const approval = await ports.approvals.open({
        orderId,
        token,
        requestedAt: now.toISOString(),
        expiresAt: new Date(now.getTime() + Number(APPROVAL_SECONDS) * 1_000).toISOString(),
      });
      // Requested again after the first request was answered: that answer counts.
      if (approval.end) return ports.tokens.succeed(token, { decision: approval.end });

      const { result } = await advanceOrder(ports.store, orderId, ['RESERVED'], { to: 'AWAITING_APPROVAL' });
      if (result === 'OVERTAKEN') {
        await ports.approvals.end(orderId, 'CANCELLED', 'the order workflow');
        return ports.tokens.succeed(token, { decision: 'CANCELLED' });
      }
      await ports.operators.notify(orderId, approval.expiresAt);
    },
});
