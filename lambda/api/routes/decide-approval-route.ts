import type { APIGatewayProxyResult } from 'aws-lambda';
import { type DecideApprovalPorts, decideApproval } from '../../orders/approvals/decide-approval.ts';
import {
  APPROVAL_RULE_SETTINGS,
  type ApprovalRules,
  type ReviewApprovalPorts,
  reviewApproval,
} from '../../orders/approvals/review-approval.ts';
import { DECISION_SETTINGS } from '../../orders/decisions/decision-record.ts';
import { ORDER_STORE_SETTINGS } from '../../orders/store/order-store.ts';
import { entry } from '../../platform/settings.ts';
import { json } from '../http/json-answer.ts';
import { readOperator } from '../http/operator.ts';
import { problem } from '../http/problem.ts';
import { readBody } from '../http/read-request.ts';
import type { Route } from '../http/route.ts';
import { approvalDecision } from './approval-decision.ts';
import { readOrderId } from './requested-order.ts';

/** The function that answers this operation. */
export const decideApprovalEntry = entry('api/decide-approval', [
  'ALLOWED_ORIGIN',
  ...ORDER_STORE_SETTINGS,
  'APPROVALS_TABLE',
  ...DECISION_SETTINGS,
  ...APPROVAL_RULE_SETTINGS,
  'CUSTOMER_POOL_ID',
]);

/** Records an operator's decision on an order, if the operator may make it. */
export function decideApprovalRoute(ports: DecideApprovalPorts & ReviewApprovalPorts, rules: ApprovalRules): Route {
  return async (event) => {
    const operator = readOperator(event);
    if ('refusal' in operator) return operator.refusal;
    const order = readOrderId(event, noSuchApproval);
    if ('refusal' in order) return order.refusal;
    const body = readBody(event, approvalDecision);
    if ('refusal' in body) return body.refusal;

    const orderId = order.value;
    const { decision } = body.value;
    const by = operator.value;
    const refused = decision === 'APPROVED' && (await reviewApproval(ports, rules, orderId, by));
    if (refused) return refused.kind === 'NOT_FOUND' ? noSuchApproval(orderId) : problem(403, refused.reason);
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
