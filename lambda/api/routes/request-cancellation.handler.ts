import { SFNClient } from '@aws-sdk/client-sfn';
import { approvalsFromEnvironment } from '../../orders/approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../../orders/approvals/sfn-task-tokens.ts';
import { orderStoreFromEnvironment } from '../../orders/store/order-store-from-environment.ts';
import { route } from '../http/route.ts';
import { requestCancellationRoute } from './request-cancellation-route.ts';

export const handler = route(
  requestCancellationRoute({
    store: orderStoreFromEnvironment(),
    approvals: approvalsFromEnvironment(),
    tokens: new SfnTaskTokens(new SFNClient()),
  }),
);
