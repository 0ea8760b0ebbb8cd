import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { PlatformFunction } from '../platform/platform-function.ts';
import { PlatformLogGroup } from '../platform/platform-log-group.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';

/** Properties for an `OrderWorkflow`. */
export interface OrderWorkflowProps {
  /** The stage the workflow runs in. */
  readonly stage: StageConfig;
  /** The orders it works on. */
  readonly data: OrdersDataStack;
}

/** Takes an order from its acceptance to its result: a purchase or a refund, and the record of what came of it. */
export class OrderWorkflow extends Construct {
  /** Started once an order and kind, under the name `<orderId>-<kind>`. */
  public readonly stateMachine: sfn.StateMachine;

  readonly #stage: StageConfig;

  constructor(scope: Construct, id: string, props: OrderWorkflowProps) {
    super(scope, id);
    this.#stage = props.stage;

    const purchase = this.#task('Purchase', 'Claims an order and reserves the stock of its lines.');
    const refund = this.#task('Refund', 'Decides whether the refund of an order is due.');
    const recordResult = this.#task('RecordResult', 'Records what came of an order.', {
      outcome: sfn.JsonPath.stringAt('$.result.outcome'),
    });
    const recordFailure = this.#task('RecordFailure', 'Undoes what was done for an order and records the error.', {
      error: sfn.JsonPath.stringAt('$.failure.Error'),
    });
    props.data.grantRead(refund.handler);
    for (const { handler } of [purchase, recordResult, recordFailure]) props.data.grantChange(handler);

    for (const { state } of [purchase, refund, recordResult]) {
      state.addCatch(recordFailure.state, { resultPath: '$.failure' });
    }
    recordFailure.state.next(
      new sfn.Fail(this, 'Failed', { errorPath: '$.failure.Error', causePath: '$.failure.Cause' }),
    );
    recordResult.state.next(new sfn.Succeed(this, 'Settled'));
    purchase.state.next(recordResult.state);
    refund.state.next(recordResult.state);

    const start = new sfn.Choice(this, 'PurchaseOrRefund')
      .when(sfn.Condition.stringEquals('$.kind', 'purchase'), purchase.state)
      .when(sfn.Condition.stringEquals('$.kind', 'refund'), refund.state)
      .otherwise(new sfn.Fail(this, 'UnknownKind', { error: 'UnknownKind', causePath: '$.kind' }));

    this.stateMachine = new sfn.StateMachine(this, 'StateMachine', {
      definitionBody: sfn.DefinitionBody.fromChainable(start),
      comment: 'Takes an order from its acceptance to its result.',
      timeout: Duration.minutes(15),
      role: new iam.Role(this, 'Role', {
        assumedBy: new iam.ServicePrincipal('states.amazonaws.com'),
        description: 'Lets the order workflow call its handlers and write its log.',
      }),
      tracingEnabled: true,
      logs: {
        destination: new PlatformLogGroup(this, 'Log', {
          stage: props.stage,
          // Vended logs share one resource policy under this prefix. https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
          logGroupName: `/aws/vendedlogs/states/${props.stage.name}-order-workflow`,
        }),
        level: sfn.LogLevel.ALL,
        includeExecutionData: props.stage.name !== 'prod',
      },
    });
  }

  /** Lets a function start the workflow, and tells it where. */
  public grantStart(starter: lambda.Function): iam.Grant {
    starter.addEnvironment('ORDER_WORKFLOW_ARN', this.stateMachine.stateMachineArn);
    return this.stateMachine.grantStartExecution(starter);
  }

  /** A function and the task that calls it; the task's name is the function's entry, in its own spelling. */
  #task(id: string, description: string, payload: Record<string, string> = {}) {
    const entry = `orders/${id.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()}`;
    const handler = new PlatformFunction(this, `${id}Function`, { stage: this.#stage, entry, description });

    const state = new tasks.LambdaInvoke(this, id, {
      lambdaFunction: handler,
      payload: sfn.TaskInput.fromObject({ orderId: sfn.JsonPath.stringAt('$.orderId'), ...payload }),
      payloadResponseOnly: true,
      resultPath: '$.result',
      taskTimeout: sfn.Timeout.duration(Duration.seconds(30)),
      retryOnServiceExceptions: false,
    });
    state.addRetry({
      errors: TRANSIENT_ERRORS,
      interval: Duration.seconds(1),
      backoffRate: 2,
      maxAttempts: 5,
      maxDelay: Duration.seconds(20),
      jitterStrategy: sfn.JitterType.FULL,
    });
    return { handler, state };
  }
}

/** What goes away by itself, so that trying again helps. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const TRANSIENT_ERRORS = [
  'OrderConflict',
  'States.Timeout',
  'Lambda.ClientExecutionTimeoutException',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];
