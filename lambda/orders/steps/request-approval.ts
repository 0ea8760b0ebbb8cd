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

/** Input of the step; executions of an earlier release do not count their attempts. */
export interface RequestApprovalInput {
  readonly orderId: string;
  readonly token: string;
  /** The number of times that the execution was redriven; the emulator does not count them. */
  readonly redrives?: number | null;
  /** The number of times that the state was retried since. */
  readonly retries?: number;
}

/** A number above that of the retries of a state. */
const MAX_RETRIES = 1_000;

/** Claims an order for an approval and asks the operators; the workflow waits until its task token is answered. */
export const requestApproval = step({
  entry: 'orders/request-approval',
  settings: [...ORDER_STORE_SETTINGS, 'APPROVALS_TABLE', 'OPERATORS_TOPIC_ARN'],
  run:
    ({ store, approvals, tokens, operators, now }: RequestApprovalPorts, { APPROVAL_SECONDS }) =>
    async ({ orderId, token, redrives, retries = 0 }: RequestApprovalInput): Promise<void> => {
      const { result } = await advanceOrder(store, orderId, ['RESERVED'], { to: 'AWAITING_APPROVAL' });
      // The other actor ends the approval.
      if (result === 'OVERTAKEN') return tokens.succeed(token, { decision: 'CANCELLED' });

      const requestedAt = now();
      const approval = await approvals.open({
        ...{ orderId, token, attempt: (redrives ?? 0) * MAX_RETRIES + retries },
        requestedAt: requestedAt.toISOString(),
        expiresAt: new Date(requestedAt.getTime() + Number(APPROVAL_SECONDS) * 1_000).toISOString(),
      });
      // Requested again after the first request was answered, or late: that answer counts.
      if (approval.end) return tokens.succeed(token, { decision: approval.end });
      await operators.notify(orderId, approval.expiresAt);
    },
});
