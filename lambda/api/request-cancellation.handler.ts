import { SFNClient } from '@aws-sdk/client-sfn';
import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { SfnTaskTokens } from '../orders/sfn-task-tokens.ts';
import { cancelOrder } from './request-cancellation.ts';
import { route } from './route.ts';

export const handler = route(
  cancelOrder({
    store: orderStoreFromEnvironment(),
    approvals: approvalsFromEnvironment(),
    tokens: new SfnTaskTokens(new SFNClient()),
  }),
);
