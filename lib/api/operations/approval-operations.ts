import { orderIdPath, pageQuery } from '../../../lambda/api/http/request-parameters.ts';
import { approvalDecision } from '../../../lambda/api/routes/approval-decision.ts';
import { approvalList, decidedApproval } from '../../../lambda/api/routes/approval-list.ts';
import { operationsOf } from './operation.ts';

const operator = { kind: 'operator', duty: 'approver' } as const;

/** Operations on approvals, for operators. */
export const approvalOperations = operationsOf({
  decideApproval: {
    method: 'POST',
    path: '/orders/{orderId}/approval',
    summary: 'Approves or denies an order that waits for approval.',
    access: operator,
    pathParameters: orderIdPath,
    body: { name: 'ApprovalDecision', description: "The operator's decision.", schema: approvalDecision },
    answers: {
      200: { description: 'The decision was recorded.', json: { name: 'DecidedApproval', schema: decidedApproval } },
    },
    problems: {
      403: 'The request is not signed by an approver, or this approver may not approve the order; `detail` gives the reason.',
      404: 'The order has no approval request.',
      409: 'The approval request has ended; `detail` gives its result.',
    },
  },
  listApprovals: {
    method: 'GET',
    path: '/approvals',
    summary: 'Lists the orders that wait for approval.',
    access: operator,
    queryParameters: pageQuery,
    answers: {
      200: {
        description: 'A page of approval requests; `next` is the cursor of the next page.',
        json: { name: 'ApprovalList', schema: approvalList },
      },
    },
  },
});
