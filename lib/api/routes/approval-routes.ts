import type * as cognito from 'aws-cdk-lib/aws-cognito';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { decideApprovalEntry } from '../../../lambda/api/routes/decide-approval-route.ts';
import { listApprovalsEntry } from '../../../lambda/api/routes/list-approvals-route.ts';
import type { APPROVAL_RULE_SETTINGS } from '../../../lambda/orders/approvals/review-approval.ts';
import type { OrderWorkflow } from '../../orders/order-workflow.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import { type Binding, bind, binding } from '../../platform/binding.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import type { OrderApi } from '../gateway/order-api.ts';
import { approvalOperations } from '../operations/approval-operations.ts';
import { allowedOrigin, RouteFunction } from './route-function.ts';

/** Properties for `ApprovalRoutes`. */
export interface ApprovalRoutesProps {
  /** The stage to serve. */
  readonly stage: StageConfig;
  /** The API to add the routes to. */
  readonly api: OrderApi;
  /** The approvals. */
  readonly orders: OrdersDataStack;
  /** The workflow that waits for decisions. */
  readonly workflow: OrderWorkflow;
  /** The customers, of whom an approver may be one. */
  readonly userPool: cognito.IUserPool;
}

/** The routes of approvals, for operators. */
export class ApprovalRoutes extends Construct {
  constructor(scope: Construct, id: string, { stage, api, orders, workflow, userPool }: ApprovalRoutesProps) {
    super(scope, id);
    const origin = allowedOrigin(stage);
    const { bindings } = orders;

    const decider = new RouteFunction(this, 'DecideApproval', {
      stage,
      operation: approvalOperations.decideApproval,
      entry: bind(decideApprovalEntry, {
        bindings: [
          origin,
          bindings.readOrders,
          bindings.changeApprovals,
          bindings.reviewDecisions,
          approvalRules(stage),
          readCustomers(userPool),
        ],
      }),
    });
    workflow.grantAnswer(decider);
    api.serve(approvalOperations.decideApproval, decider.integration);

    const lister = new RouteFunction(this, 'ListApprovals', {
      stage,
      operation: approvalOperations.listApprovals,
      entry: bind(listApprovalsEntry, { bindings: [origin, bindings.listApprovals] }),
    });
    api.serve(approvalOperations.listApprovals, lister.integration);
  }
}

/** The rules of the stage for its approvers. */
function approvalRules({ approval }: StageConfig): Binding<(typeof APPROVAL_RULE_SETTINGS)[number]> {
  return binding({
    PRICE_REVIEW_DAYS: String(approval.priceReviewDays),
    LINKED_CUSTOMERS: JSON.stringify(approval.linkedCustomers),
  });
}

/** Reads the customers of a user pool. */
function readCustomers({ userPoolId, userPoolArn }: cognito.IUserPool): Binding<'CUSTOMER_POOL_ID'> {
  return binding({ CUSTOMER_POOL_ID: userPoolId }, (grantee) =>
    iam.Grant.addToPrincipal({ grantee, actions: ['cognito-idp:ListUsers'], resourceArns: [userPoolArn] }),
  );
}
