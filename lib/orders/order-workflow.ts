import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type Binding, binding } from '../platform/binding.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { purchaseFlow } from './purchase-flow.ts';
import { WorkflowEnds } from './workflow-ends.ts';
import type { WorkflowFunctions } from './workflow-functions.ts';
import { WorkflowTask } from './workflow-task.ts';

/** Properties for an `OrderWorkflow`. */
export interface OrderWorkflowProps {
  /** The stage the workflow runs in. */
  readonly stage: StageConfig;
  /** The functions of its steps. */
  readonly functions: WorkflowFunctions;
}

const STATE_MACHINE = { service: 'states', resource: 'stateMachine', arnFormat: ArnFormat.COLON_RESOURCE_NAME };

/** Longer than an approval and the wait for a date of shipment together: an execution that runs longer is stuck. */
const MACHINE_TIMEOUT = Duration.days(90);

/**
 * The state machine that processes an order: a purchase, a refund or a cancellation.
 *
 * Expected outcomes are values that a Choice reads, and each leads through the steps that undo the earlier ones. Any
 * other error leads to the compensation, and the execution fails, which fires an alarm.
 */
export class OrderWorkflow extends Construct {
  /** The state machine; started once per order and kind, under the name `<orderId>-<kind>`. */
  public readonly stateMachine: sfn.StateMachine;

  readonly #name: string;

  constructor(scope: Construct, id: string, { stage, functions }: OrderWorkflowProps) {
    super(scope, id);
    this.#name = `${stage.name}-order-workflow`;
    const ends = new WorkflowEnds(this, functions);

    const refund = ends.guardedPayment(new WorkflowTask(this, 'RefundPayment', { handler: functions.refundPayment }));
    refund.next(
      new sfn.Choice(this, 'Repaid')
        .when(sfn.Condition.stringEquals('$.refundPayment.outcome', 'REFUNDED'), ends.outcome('REFUNDED'))
        .otherwise(ends.overtaken),
    );
    const cancel = ends.guardedPayment(
      new WorkflowTask(this, 'UndoPayment', { handler: functions.voidPayment, payload: { claim: 'CANCELLING' } }),
    );
    cancel.next(
      new sfn.Choice(this, 'Undone')
        .when(sfn.Condition.stringEquals('$.undoPayment.outcome', 'VOIDED'), ends.outcome('CANCELLED_BY_CUSTOMER'))
        .otherwise(ends.overtaken),
    );
    const approvalTimeout = Duration.minutes(stage.approval.timeoutMinutes);

    const start = new sfn.Choice(this, 'Kind')
      .when(sfn.Condition.stringEquals('$.kind', 'purchase'), purchaseFlow(this, { functions, ends, approvalTimeout }))
      .when(sfn.Condition.stringEquals('$.kind', 'refund'), refund)
      .when(sfn.Condition.stringEquals('$.kind', 'cancellation'), cancel)
      .otherwise(new sfn.Fail(this, 'UnknownKind', { error: 'UnknownKind', causePath: '$.kind' }));

    this.stateMachine = new sfn.StateMachine(this, 'StateMachine', {
      stateMachineName: this.#name,
      definitionBody: sfn.DefinitionBody.fromChainable(start),
      comment: 'Takes an order from its acceptance to its end.',
      timeout: MACHINE_TIMEOUT,
      role: new iam.Role(this, 'Role', {
        assumedBy: new iam.ServicePrincipal('states.amazonaws.com'),
        description: 'Lets the order workflow call its handlers and write its log.',
      }),
      tracingEnabled: true,
      logs: {
        destination: new PlatformLogGroup(this, 'Log', {
          stage,
          // Vended logs share one resource policy under this prefix. https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
          logGroupName: `/aws/vendedlogs/states/${this.#name}`,
        }),
        level: sfn.LogLevel.ALL,
        includeExecutionData: stage.logExecutionData,
      },
    });
  }

  /** Grants reading the status of executions. */
  public grantFollow(follower: lambda.Function): iam.Grant {
    return this.stateMachine.grantExecution(follower, 'states:DescribeExecution');
  }

  /** Grants sending results to executions that wait for a task token. */
  public grantAnswer(answerer: lambda.Function): iam.Grant {
    return iam.Grant.addToPrincipal({
      grantee: answerer,
      actions: ['states:SendTaskSuccess'],
      // By its name: the state machine itself refers to the function that may answer it.
      resourceArns: [Stack.of(this).formatArn({ ...STATE_MACHINE, resourceName: this.#name })],
    });
  }

  /** Starts executions. */
  public get start(): Binding<'ORDER_WORKFLOW_ARN'> {
    return binding({ ORDER_WORKFLOW_ARN: this.stateMachine.stateMachineArn }, (starter) =>
      this.stateMachine.grantStartExecution(starter),
    );
  }
}
