import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SFNClient } from '@aws-sdk/client-sfn';
import { CognitoCustomerEmails } from '../../orders/approvals/cognito-customer-emails.ts';
import { approvalDecisions } from '../../orders/approvals/dynamo-approval-decisions.ts';
import { approvals } from '../../orders/approvals/dynamo-approvals.ts';
import { approvalRules } from '../../orders/approvals/review-approval.ts';
import { SfnTaskTokens } from '../../orders/approvals/sfn-task-tokens.ts';
import { decisions } from '../../orders/decisions/dynamo-decisions.ts';
import { orderStore } from '../../orders/store/dynamo-order-store.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { decideApprovalEntry, decideApprovalRoute } from './decide-approval-route.ts';

const settings = settingsOf(decideApprovalEntry);

export const handler = route(
  settings,
  decideApprovalRoute(
    {
      orders: orderStore(settings),
      customers: new CognitoCustomerEmails(new CognitoIdentityProviderClient(), settings.CUSTOMER_POOL_ID),
      decisions: decisions(settings),
      approvals: approvals(settings),
      approvalDecisions: approvalDecisions(settings),
      tokens: new SfnTaskTokens(new SFNClient()),
      now: () => new Date(),
    },
    approvalRules(settings),
  ),
);
