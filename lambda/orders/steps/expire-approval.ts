import { step } from '../../platform/step.ts';
import type { ApprovalEnd, Approvals } from '../approvals/approvals.ts';

/** Ends an approval whose time is up; a decision recorded in time counts even if the workflow did not receive it. */
export const expireApproval = step({
  entry: 'orders/expire-approval',
  settings: ['APPROVALS_TABLE'],
  run:
    ({ approvals }: { approvals: Approvals }) =>
    async ({ orderId }: { orderId: string }): Promise<{ decision: ApprovalEnd }> => {
      const approval = await approvals.end(orderId, 'EXPIRED', 'the order workflow');
      return { decision: approval?.end ?? 'EXPIRED' };
    },
});
