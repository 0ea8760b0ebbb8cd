import { approvalsFromEnvironment } from '../approvals/dynamo-approvals.ts';
import { expireApproval } from './expire-approval.ts';

const approvals = approvalsFromEnvironment();

export const handler = async ({ orderId }: { orderId: string }) => ({
  decision: await expireApproval(approvals, orderId),
});
