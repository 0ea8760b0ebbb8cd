import { SFNClient } from '@aws-sdk/client-sfn';
import { decideApproval } from '../orders/decide-approval.ts';
import { approvalsFromEnvironment } from '../orders/dynamo-approvals.ts';
import { SfnTaskTokens } from '../orders/sfn-task-tokens.ts';
import { approvalDecision } from './approval-decision.ts';
import { problem } from './problem.ts';
import { readBody } from './read-request.ts';
import { json, route } from './route.ts';

const ports = {
  approvals: approvalsFromEnvironment(),
  tokens: new SfnTaskTokens(new SFNClient()),
  now: () => new Date(),
};

export const handler = route(async (event) => {
  const orderId = event.pathParameters?.orderId ?? '';
  const body = readBody(event, approvalDecision);
  if ('refusal' in body) return body.refusal;

  const { decision } = body.value;
  const by = event.requestContext.identity.userArn ?? 'unknown';
  const result = await decideApproval(ports, orderId, decision, by);
  switch (result.kind) {
    case 'DECIDED':
      return json(200, { orderId, decision });
    case 'NOT_FOUND':
      return problem(404, `No approval was asked for of an order ${orderId}.`);
    case 'REFUSED':
      return problem(409, result.reason);
  }
});
