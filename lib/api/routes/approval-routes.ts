import { Construct } from 'constructs';
import type { OrderWorkflow } from '../../orders/order-workflow.ts';
import type { OrdersDataStack } from '../../orders/orders-data-stack.ts';
import type { StageConfig } from '../../stages/stage-config.ts';
import type { OrderApi } from '../gateway/order-api.ts';
import { approvalOperations } from '../operations/approval-operations.ts';
import { RouteFunction } from './route-function.ts';

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
}

/** The routes of approvals, for operators. */
export class ApprovalRoutes extends Construct {
  constructor(scope: Construct, id: string, { stage, api, orders, workflow }: ApprovalRoutesProps) {
    super(scope, id);

    const decider = new RouteFunction(this, 'DecideApproval', { stage, operation: approvalOperations.decideApproval });
    orders.grantApprove(decider);
    workflow.grantAnswer(decider);
    api.serve(approvalOperations.decideApproval, decider.integration);

    const lister = new RouteFunction(this, 'ListApprovals', { stage, operation: approvalOperations.listApprovals });
    orders.grantListApprovals(lister);
    api.serve(approvalOperations.listApprovals, lister.integration);
  }
}
