import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { json, route } from './route.ts';

const approvals = approvalsFromEnvironment();

export const handler = route(async () => {
  const now = new Date().toISOString();
  const pending = (await approvals.pending()).filter(({ expiresAt }) => expiresAt > now);
  // The token is the workflow's: whoever has it can answer for the operators.
  return json(200, {
    approvals: pending.map(({ orderId, requestedAt, expiresAt }) => ({ orderId, requestedAt, expiresAt })),
  });
});
