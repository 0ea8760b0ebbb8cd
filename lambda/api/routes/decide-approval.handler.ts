import { SFNClient } from '@aws-sdk/client-sfn';
import { approvalsFromEnvironment } from '../../orders/approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../../orders/approvals/sfn-task-tokens.ts';
import { route } from '../http/route.ts';
import { decideApprovalRoute } from './decide-approval-route.ts';

export const handler = route(
  decideApprovalRoute({
    approvals: approvalsFromEnvironment(),
    tokens: new SfnTaskTokens(new SFNClient()),
    now: () => new Date(),
  }),
);
