import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { compensateOrder } from '../../lambda/orders/safety-net/compensate-order.ts';
import { needAttention } from '../../lambda/orders/safety-net/need-attention.ts';
import { cancelShipments } from '../../lambda/orders/steps/cancel-shipments.ts';
import { createShipment } from '../../lambda/orders/steps/create-shipment.ts';
import { expireApproval } from '../../lambda/orders/steps/expire-approval.ts';
import { recordCharge } from '../../lambda/orders/steps/record-charge.ts';
import { recordOutcome } from '../../lambda/orders/steps/record-outcome.ts';
import { requestApproval } from '../../lambda/orders/steps/request-approval.ts';
import { reserveStock } from '../../lambda/orders/steps/reserve-stock.ts';
import { screenForFraud } from '../../lambda/orders/steps/screen-for-fraud.ts';
import { startShipping } from '../../lambda/orders/steps/start-shipping.ts';
import type { PaymentsStack } from '../payments/payments-stack.ts';
import { type BoundEntry, bind, binding } from '../platform/binding.ts';
import { PlatformFunction, type PlatformFunctionProps } from '../platform/platform-function.ts';
import { limitsSetting } from '../stages/currencies-config.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';

/** Properties for `workflowFunctions`. */
export interface WorkflowFunctionsProps {
  /** The stage the workflow runs in. */
  readonly stage: StageConfig;
  /** The orders it works on. */
  readonly data: OrdersDataStack;
  /** The functions that charge, void and refund payments. */
  readonly payments: PaymentsStack;
  /** The topic that requests for approval are published to. */
  readonly operators: sns.Topic;
}

/** The functions of the order workflow, by name. */
export type WorkflowFunctions = ReturnType<typeof workflowFunctions>;

/** Creates the functions of the order workflow, each with the permissions it needs and no others. */
export function workflowFunctions(scope: Construct, { stage, data, payments, operators }: WorkflowFunctionsProps) {
  const step = (id: string, description: string, entry: BoundEntry, more: Partial<PlatformFunctionProps> = {}) =>
    new PlatformFunction(scope, id, { stage, description, entry, ...more });
  const { readOrders, moveOrders, changeOrders, changeApprovals, changeShipments } = data.bindings;
  const askOperators = binding({ OPERATORS_TOPIC_ARN: operators.topicArn }, (publisher) =>
    operators.grantPublish(publisher),
  );
  const { chargePayment, voidPayment, refundPayment } = payments;

  return {
    reserveStock: step(
      'ReserveStock',
      'Claims an order and reserves its stock.',
      bind(reserveStock, {
        bindings: [changeOrders],
        settings: { APPROVAL_THRESHOLDS: limitsSetting(stage.currencies, 'approvalThreshold') },
      }),
    ),
    screenForFraud: step(
      'ScreenForFraud',
      'Screens an order for signs of fraud.',
      bind(screenForFraud, {
        bindings: [readOrders],
        settings: { FRAUD_LIMITS: limitsSetting(stage.currencies, 'fraudLimit') },
      }),
    ),
    requestApproval: step(
      'RequestApproval',
      'Asks the operators to approve an order.',
      bind(requestApproval, { bindings: [moveOrders, changeApprovals, askOperators] }),
    ),
    expireApproval: step(
      'ExpireApproval',
      'Ends an approval whose time is up.',
      bind(expireApproval, { bindings: [changeApprovals] }),
    ),
    recordCharge: step(
      'RecordCharge',
      'Records that an order is paid.',
      bind(recordCharge, { bindings: [moveOrders] }),
    ),
    startShipping: step('StartShipping', 'Starts shipping an order.', bind(startShipping, { bindings: [moveOrders] })),
    createShipment: step(
      'CreateShipment',
      'Has a warehouse create a parcel.',
      bind(createShipment, { bindings: [changeShipments] }),
    ),
    cancelShipments: step(
      'CancelShipments',
      'Cancels the parcels of an order.',
      bind(cancelShipments, { bindings: [moveOrders, changeShipments] }),
    ),
    recordOutcome: step(
      'RecordOutcome',
      'Records the outcome of an order.',
      bind(recordOutcome, { bindings: [changeOrders] }),
    ),
    needAttention: step(
      'NeedAttention',
      'Hands an order over to a person.',
      bind(needAttention, { bindings: [moveOrders, changeApprovals] }),
    ),
    compensateOrder: step(
      'CompensateOrder',
      'Compensates an order.',
      bind(compensateOrder, { bindings: [payments.callProvider, changeOrders, changeApprovals, changeShipments] }),
      payments.caller,
    ),
    chargePayment,
    voidPayment,
    refundPayment,
  };
}
