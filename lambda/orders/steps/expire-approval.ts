import type { ApprovalEnd, Approvals } from '../approvals/approvals.ts';

/** Ends an approval whose time is up; a decision that was recorded in time holds, though its answer came late. */
export async function expireApproval(approvals: Approvals, orderId: string): Promise<ApprovalEnd> {
  const approval = await approvals.end(orderId, 'EXPIRED', 'the order workflow');
  return approval?.end ?? 'EXPIRED';
}
