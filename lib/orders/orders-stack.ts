import { CfnOutput } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { startOrderWorkflow } from '../../lambda/orders/start/start-order-workflow.ts';
import { STATUSES_WITH_WORKFLOW } from '../../lambda/orders/start/workflow-input.ts';
import type { PaymentsStack } from '../payments/payments-stack.ts';
import { bind } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { AttentionAlarm } from './attention-alarm.ts';
import { OrderChanges } from './order-changes.ts';
import { OrderWorkflow } from './order-workflow.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';
import { SafetyNet } from './safety-net.ts';
import { workflowFunctions } from './workflow-functions.ts';

/** Properties for an `OrdersStack`. */
export interface OrdersStackProps {
  /** The stage of the orders. */
  readonly stage: StageConfig;
  /** The orders. */
  readonly data: OrdersDataStack;
  /** The functions that call the payment provider. */
  readonly payments: PaymentsStack;
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
}

/** The order workflow, the function that starts it, and its failure handling. */
export class OrdersStack extends CapabilityStack {
  /** The order workflow. */
  public readonly workflow: OrderWorkflow;

  constructor(scope: Construct, id: string, { stage, data, payments, alarmTopic }: OrdersStackProps) {
    super(scope, id, { stage, description: 'The order workflow of the order platform.' });

    const operators = new sns.Topic(this, 'OperatorsTopic', { enforceSSL: true });
    if (stage.operatorsEmail) operators.addSubscription(new EmailSubscription(stage.operatorsEmail));
    const handlers = new Construct(this, 'Handlers');
    const functions = workflowFunctions(handlers, { stage, data, payments, operators });
    this.workflow = new OrderWorkflow(this, 'OrderWorkflow', { stage, functions });
    // The function finds the decision if it was recorded before the workflow requests it again.
    this.workflow.grantAnswer(functions.requestApproval);
    new AttentionAlarm(this, 'HandedOverByWorkflow', { handler: functions.needAttention, alarmTopic });
    const net = new SafetyNet(this, 'SafetyNet', { stage, data, payments, workflow: this.workflow, alarmTopic });

    const starter = new PlatformFunction(this, 'StartOrderWorkflow', {
      stage,
      entry: bind(startOrderWorkflow, { bindings: [this.workflow.start, data.bindings.setAsideChanges] }),
      description: 'Starts the order workflow for orders that were placed or cancelled, or whose refund was requested.',
    });
    new OrderChanges(this, 'OrdersToStart', {
      data,
      reader: starter,
      alarmTopic,
      statuses: STATUSES_WITH_WORKFLOW,
    });

    const outputs = {
      OrderWorkflowArn: this.workflow.stateMachine.stateMachineArn,
      FailedExecutionsQueue: net.failedExecutions.queueUrl,
      OperatorsTopicArn: operators.topicArn,
    };
    for (const [output, value] of Object.entries(outputs)) new CfnOutput(this, output, { value });
  }
}
