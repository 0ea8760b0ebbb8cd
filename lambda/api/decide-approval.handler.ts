import { SFNClient } from '@aws-sdk/client-sfn';
import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { SfnTaskTokens } from '../orders/sfn-task-tokens.ts';
import { decideOnOrder } from './decide-approval.ts';
import { route } from './route.ts';

export const handler = route(
  decideOnOrder({
    approvals: approvalsFromEnvironment(),
    tokens: new SfnTaskTokens(new SFNClient()),
    now: () => new Date(),
  }),
);
