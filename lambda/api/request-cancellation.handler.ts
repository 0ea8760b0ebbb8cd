import { SFNClient } from '@aws-sdk/client-sfn';
import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { orderStoreFromEnvironment } from '../orders/order-store-from-environment.ts';
import { requestCancellation } from '../orders/request-cancellation.ts';
import { SfnTaskTokens } from '../orders/sfn-task-tokens.ts';
import { customerOf } from './customer.ts';
import { requestRefused } from './request-refused.ts';
import { json, route } from './route.ts';

const ports = {
  store: orderStoreFromEnvironment(),
  approvals: approvalsFromEnvironment(),
  tokens: new SfnTaskTokens(new SFNClient()),
};

export const handler = route(async (event) => {
  const orderId = event.pathParameters?.orderId ?? '';
  const result = await requestCancellation(ports, customerOf(event), orderId);
  return result.kind === 'REQUESTED'
    ? json(202, { orderId, status: 'CANCELLING' }, { location: `/orders/${orderId}` })
    : requestRefused(orderId, result);
});
