import { CfnOutput } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { FailedExecutions } from './failed-executions.ts';
import { OrderChanges } from './order-changes.ts';
import { OrderWorkflow } from './order-workflow.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';

/** Properties for an `OrdersStack`. */
export interface OrdersStackProps {
  /** The stage to take orders in. */
  readonly stage: StageConfig;
  /** The orders. */
  readonly data: OrdersDataStack;
  /** Who is told when an order's workflow fails. */
  readonly alarmTopic: sns.ITopic;
}

/** The order workflow, and what starts it when an order is accepted or asked back. */
export class OrdersStack extends CapabilityStack {
  /** The order workflow. */
  public readonly workflow: OrderWorkflow;

  constructor(scope: Construct, id: string, { stage, data, alarmTopic }: OrdersStackProps) {
    super(scope, id, { stage, description: 'The order workflow of the order platform.' });

    this.workflow = new OrderWorkflow(this, 'OrderWorkflow', { stage, data });
    const failed = new FailedExecutions(this, 'FailedExecutions', {
      stateMachine: this.workflow.stateMachine,
      alarmTopic,
    });

    const starter = new PlatformFunction(this, 'StartOrderWorkflow', {
      stage,
      entry: 'orders/start-order-workflow',
      description: 'Starts the order workflow for orders that were placed or asked back.',
    });
    this.workflow.grantStart(starter);
    new OrderChanges(this, 'OrdersToStart', {
      orders: data.orders,
      reader: starter,
      alarmTopic,
      statuses: ['PLACED', 'REFUND_REQUESTED'],
    });

    const { stateMachineArn } = this.workflow.stateMachine;
    new CfnOutput(this, 'OrderWorkflowArn', { value: stateMachineArn, description: 'The order workflow.' });
    new CfnOutput(this, 'FailedExecutionsQueue', {
      value: failed.queue.queueUrl,
      description: 'The executions that did not succeed.',
    });
  }
}
