import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { json, route } from './route.ts';

const approvals = approvalsFromEnvironment();

export const handler = route(async () => {
  const pending = await approvals.pending();
  // The token is the workflow's: whoever has it can answer for the operators.
  return json(200, {
    approvals: pending.map(({ orderId, requestedAt, expiresAt }) => ({ orderId, requestedAt, expiresAt })),
  });
});
