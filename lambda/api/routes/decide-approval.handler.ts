import { SFNClient } from '@aws-sdk/client-sfn';
import { approvals } from '../../orders/approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../../orders/approvals/sfn-task-tokens.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { decideApprovalEntry, decideApprovalRoute } from './decide-approval-route.ts';

const settings = settingsOf(decideApprovalEntry);

export const handler = route(
  settings,
  decideApprovalRoute({
    approvals: approvals(settings),
    tokens: new SfnTaskTokens(new SFNClient()),
    now: () => new Date(),
  }),
);
