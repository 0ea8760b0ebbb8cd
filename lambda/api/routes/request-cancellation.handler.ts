import { SFNClient } from '@aws-sdk/client-sfn';
import { approvals } from '../../orders/approvals/dynamo-approvals.ts';
import { SfnTaskTokens } from '../../orders/approvals/sfn-task-tokens.ts';
import { orderStore } from '../../orders/store/dynamo-order-store.ts';
import { settingsOf } from '../../platform/settings.ts';
import { route } from '../http/route.ts';
import { requestCancellationEntry, requestCancellationRoute } from './request-cancellation-route.ts';

const settings = settingsOf(requestCancellationEntry);

export const handler = route(
  settings,
  requestCancellationRoute({
    store: orderStore(settings),
    approvals: approvals(settings),
    tokens: new SfnTaskTokens(new SFNClient()),
  }),
);
