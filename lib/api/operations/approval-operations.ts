import { orderIdPath, pageQuery } from '../../../lambda/api/http/request-parameters.ts';
import { approvalDecision } from '../../../lambda/api/routes/approval-decision.ts';
import { approvalList, decidedApproval } from '../../../lambda/api/routes/approval-list.ts';
import { operationsOf } from './operation.ts';

const operator = { kind: 'operator' } as const;

export const approvalOperations = operationsOf({
  decideApproval: {
    method: 'POST',
    path: '/orders/{orderId}/approval',
    summary: "Records an operator's decision on an order.",
    access: operator,
    pathParameters: orderIdPath,
    body: { name: 'ApprovalDecision', description: 'What an operator decided.', schema: approvalDecision },
    answers: {
      200: { description: 'The decision counts.', json: { name: 'DecidedApproval', schema: decidedApproval } },
    },
    problems: { 404: 'No approval was asked for.', 409: 'The approval has ended otherwise; `detail` says how.' },
  },
  listApprovals: {
    method: 'GET',
    path: '/approvals',
    summary: 'Lists the orders that wait for an operator.',
    access: operator,
    queryParameters: pageQuery,
    answers: {
      200: {
        description: 'A page of the orders that wait; `next` is the cursor of the one after it.',
        json: { name: 'ApprovalList', schema: approvalList },
      },
    },
  },
});
