import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { WorkflowEnds } from './workflow-ends.ts';
import type { WorkflowFunctions } from './workflow-functions.ts';
import { WorkflowTask } from './workflow-task.ts';

const { Condition, JsonPath } = sfn;

/** Properties for `shippingFlow`. */
export interface ShippingFlowProps {
  /** The functions of the workflow. */
  readonly functions: WorkflowFunctions;
  /** The ends of the workflow. */
  readonly ends: WorkflowEnds;
}

/** Creates one parcel per warehouse; if one cannot be created, cancels the others and voids the payment. */
export function shippingFlow(scope: Construct, { functions, ends }: ShippingFlowProps): sfn.IChainable {
  const shipped = ends.outcome('SHIPPED');
  const voidPayment = ends.guardedPayment(
    new WorkflowTask(scope, 'VoidPayment', { handler: functions.voidPayment, payload: { claim: 'FAILING_SHIPPING' } }),
  );
  voidPayment.next(
    new sfn.Choice(scope, 'Voided')
      .when(Condition.stringEquals('$.voidPayment.outcome', 'VOIDED'), ends.outcome('SHIPMENT_FAILED'))
      .otherwise(ends.overtaken),
  );

  const cancel = ends.guarded(new WorkflowTask(scope, 'CancelShipments', { handler: functions.cancelShipments }));
  cancel.next(
    new sfn.Choice(scope, 'Gone')
      .when(Condition.stringEquals('$.cancelShipments.outcome', 'DISPATCHED'), shipped)
      .when(Condition.stringEquals('$.cancelShipments.outcome', 'CANCELLED'), voidPayment)
      .otherwise(ends.overtaken),
  );

  const create = new WorkflowTask(scope, 'CreateShipment', {
    handler: functions.createShipment,
    payload: { warehouse: JsonPath.stringAt('$.warehouse'), of: JsonPath.numberAt('$.of') },
    resultPath: '$',
  });
  create.addCatch(new sfn.Pass(scope, 'ShipmentNotCreated', { result: sfn.Result.fromObject({ outcome: 'REFUSED' }) }));
  const shipAll = ends.guarded(
    new sfn.Map(scope, 'ShipByWarehouse', {
      itemsPath: '$.startShipping.shipments',
      resultSelector: { 'refused.$': "States.ArrayContains($[*].outcome, 'REFUSED')" },
      resultPath: '$.shipments',
    }),
  );
  shipAll.itemProcessor(create);
  shipAll.next(
    new sfn.Choice(scope, 'AllCreated')
      .when(Condition.booleanEquals('$.shipments.refused', false), shipped)
      .otherwise(cancel),
  );

  const start = ends.guarded(new WorkflowTask(scope, 'StartShipping', { handler: functions.startShipping }));
  return start.next(
    new sfn.Choice(scope, 'Shippable')
      .when(Condition.stringEquals('$.startShipping.outcome', 'SHIPPING'), shipAll)
      .otherwise(ends.overtaken),
  );
}
