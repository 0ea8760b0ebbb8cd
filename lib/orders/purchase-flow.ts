import type { Duration } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { type ShippingFlowProps, shippingFlow } from './shipping-flow.ts';
import { addRetries, WorkflowTask } from './workflow-task.ts';

const { Condition, JsonPath } = sfn;

/** Properties for `purchaseFlow`. */
export interface PurchaseFlowProps extends ShippingFlowProps {
  /** The time limit of an approval. */
  readonly approvalTimeout: Duration;
}

/** Reserves and screens, requests an approval if one is required, charges, waits for the date of shipment, ships. */
export function purchaseFlow(scope: Construct, props: PurchaseFlowProps): sfn.IChainable {
  const charge = chargeFlow(scope, props);
  const approval = approvalFlow(scope, props, charge);
  const { functions, ends } = props;

  const prepare = ends.guarded(new sfn.Parallel(scope, 'Prepare', { resultPath: '$.prepared' }));
  prepare.branch(
    new WorkflowTask(scope, 'ReserveStock', {
      handler: functions.reserveStock,
      payload: { execution: JsonPath.executionName },
      resultPath: '$',
    }),
    new WorkflowTask(scope, 'ScreenForFraud', { handler: functions.screenForFraud, resultPath: '$' }),
  );
  return prepare.next(
    new sfn.Choice(scope, 'Prepared')
      .when(Condition.stringEquals('$.prepared[0].outcome', 'OVERTAKEN'), ends.overtaken)
      .when(Condition.stringEquals('$.prepared[0].outcome', 'OUT_OF_STOCK'), ends.outcome('OUT_OF_STOCK'))
      .when(Condition.stringEquals('$.prepared[1].outcome', 'SUSPECTED_FRAUD'), ends.outcome('SUSPECTED_FRAUD'))
      .when(Condition.booleanEquals('$.prepared[0].approvalRequired', true), approval)
      .otherwise(charge),
  );
}

/** Asks the operators and waits for them; a decision made in time counts even if the wait has ended. */
function approvalFlow(scope: Construct, props: PurchaseFlowProps, charge: sfn.IChainable): sfn.IChainable {
  const { functions, ends, approvalTimeout } = props;
  const request = new tasks.LambdaInvoke(scope, 'RequestApproval', {
    lambdaFunction: functions.requestApproval,
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: sfn.TaskInput.fromObject({
      orderId: JsonPath.stringAt('$.orderId'),
      token: JsonPath.taskToken,
      // A redrive counts retries from 0 again. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
      redrives: JsonPath.numberAt('$$.Execution.RedriveCount'),
      retries: JsonPath.numberAt('$$.State.RetryCount'),
    }),
    resultPath: '$.approval',
    taskTimeout: sfn.Timeout.duration(approvalTimeout),
    retryOnServiceExceptions: false,
  });
  addRetries(request, ['States.Timeout']);

  const expire = ends.guarded(
    new WorkflowTask(scope, 'ExpireApproval', { handler: functions.expireApproval, resultPath: '$.approval' }),
  );
  request.addCatch(expire, { errors: ['States.Timeout'], resultPath: '$.timeout' });
  ends.guarded(request);

  const decided = new sfn.Choice(scope, 'Decided')
    .when(Condition.stringEquals('$.approval.decision', 'APPROVED'), charge)
    .when(Condition.stringEquals('$.approval.decision', 'DENIED'), ends.outcome('APPROVAL_DENIED'))
    .when(Condition.stringEquals('$.approval.decision', 'EXPIRED'), ends.outcome('APPROVAL_EXPIRED'))
    .otherwise(ends.overtaken);
  expire.next(decided);
  return request.next(decided);
}

/** Charges, records the charge, and ships. */
function chargeFlow(scope: Construct, props: PurchaseFlowProps): sfn.IChainable {
  const { functions, ends } = props;
  const ship = shippingFlow(scope, props);
  const wait = new sfn.Wait(scope, 'WaitForShipDate', {
    time: sfn.WaitTime.timestampPath('$.prepared[0].shipNotBefore'),
  });
  wait.next(ship);

  const record = ends.guarded(new WorkflowTask(scope, 'RecordCharge', { handler: functions.recordCharge }));
  record.next(
    new sfn.Choice(scope, 'Paid')
      .when(Condition.stringEquals('$.recordCharge.outcome', 'OVERTAKEN'), ends.overtaken)
      .when(Condition.isPresent('$.prepared[0].shipNotBefore'), wait)
      .otherwise(ship),
  );
  const charge = ends.guardedPayment(new WorkflowTask(scope, 'ChargePayment', { handler: functions.chargePayment }));
  return charge.next(
    new sfn.Choice(scope, 'Charged')
      .when(Condition.stringEquals('$.chargePayment.outcome', 'CHARGED'), record)
      .when(Condition.stringEquals('$.chargePayment.outcome', 'DECLINED'), ends.outcome('DECLINED'))
      .otherwise(ends.overtaken),
  );
}
