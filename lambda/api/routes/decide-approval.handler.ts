import { SFNClient } from '@aws-sdk/client-sfn';
import { approvalsFromEnvironment } from '../../orders/approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../../orders/approvals/sfn-task-tokens.ts';
import { route } from '../http/route.ts';
import { decideOnOrder } from './decide-approval-route.ts';

export const handler = route(
  decideOnOrder({
    approvals: approvalsFromEnvironment(),
    tokens: new SfnTaskTokens(new SFNClient()),
    now: () => new Date(),
  }),
);
