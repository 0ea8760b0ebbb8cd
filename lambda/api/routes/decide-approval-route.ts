import type { APIGatewayProxyResult } from 'aws-lambda';
import { type DecideApprovalPorts, decideApproval } from '../../orders/approvals/decide-approval.ts';
import { entry } from '../../platform/settings.ts';
import { json } from '../http/json-answer.ts';
import { problem } from '../http/problem.ts';
import { readBody } from '../http/read-request.ts';
import type { Route } from '../http/route.ts';
import { approvalDecision } from './approval-decision.ts';
import { readOrderId } from './requested-order.ts';

/** The function that answers this operation. */
export const decideApprovalEntry = entry('api/decide-approval', ['ALLOWED_ORIGIN', 'APPROVALS_TABLE']);

/** Records an operator's decision on an order. */
export function decideApprovalRoute(ports: DecideApprovalPorts): Route {
  return async (event) => {
    const order = readOrderId(event, noSuchApproval);
    if ('refusal' in order) return order.refusal;
    const body = readBody(event, approvalDecision);
    if ('refusal' in body) return body.refusal;

    const orderId = order.value;
    const { decision } = body.value;
    const by = event.requestContext.identity.userArn ?? 'unknown';
    const result = await decideApproval(ports, orderId, decision, by);
    switch (result.kind) {
      case 'DECIDED':
        return json(200, { orderId, decision });
      case 'NOT_FOUND':
        return noSuchApproval(orderId);
      case 'REFUSED':
        return problem(409, result.reason);
    }
  };
}

function noSuchApproval(orderId: string): APIGatewayProxyResult {
  return problem(404, `Order ${orderId} has no approval request.`);
}
