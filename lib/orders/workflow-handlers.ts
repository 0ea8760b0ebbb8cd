import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { PaymentsStack } from '../payments/payments-stack.ts';
import { PlatformFunction, type PlatformFunctionProps } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import type { OrderWorkflow } from './order-workflow.ts';
import type { OrdersDataStack } from './orders-data-stack.ts';
import type { WorkflowFunctions } from './workflow-functions.ts';

/** Properties for `WorkflowHandlers`. */
export interface WorkflowHandlersProps {
  /** The stage the workflow runs in. */
  readonly stage: StageConfig;
  /** The orders it works on. */
  readonly data: OrdersDataStack;
  /** What they are paid with. */
  readonly payments: PaymentsStack;
  /** Who is asked for approvals. */
  readonly operators: sns.Topic;
}

/** The functions of the order workflow, each with what it needs and nothing else. */
export class WorkflowHandlers extends Construct implements WorkflowFunctions {
  public readonly reserveStock: PlatformFunction;
  public readonly screenForFraud: PlatformFunction;
  public readonly requestApproval: PlatformFunction;
  public readonly expireApproval: PlatformFunction;
  public readonly chargePayment: PlatformFunction;
  public readonly recordCharge: PlatformFunction;
  public readonly startShipping: PlatformFunction;
  public readonly createShipment: PlatformFunction;
  public readonly cancelShipments: PlatformFunction;
  public readonly voidPayment: PlatformFunction;
  public readonly refundPayment: PlatformFunction;
  public readonly recordOutcome: PlatformFunction;
  public readonly compensateOrder: PlatformFunction;
  public readonly needAttention: PlatformFunction;

  constructor(scope: Construct, id: string, { stage, data, payments, operators }: WorkflowHandlersProps) {
    super(scope, id);
    const handler = (name: string, entry: string, description: string, more: Partial<PlatformFunctionProps> = {}) =>
      new PlatformFunction(this, name, { stage, entry: `orders/${entry}`, description, ...more });

    this.reserveStock = handler('ReserveStock', 'reserve-stock', 'Claims an order and reserves its stock.', {
      environment: { APPROVAL_THRESHOLD: String(stage.approval.threshold) },
    });
    this.screenForFraud = handler('ScreenForFraud', 'screen-for-fraud', 'Looks at an order for signs of fraud.', {
      environment: { FRAUD_LIMIT: String(stage.screening.limit) },
    });
    this.requestApproval = handler('RequestApproval', 'request-approval', 'Asks the operators to approve an order.', {
      environment: { OPERATORS_TOPIC_ARN: operators.topicArn },
    });
    this.expireApproval = handler('ExpireApproval', 'expire-approval', 'Ends an approval whose time is up.');
    this.recordCharge = handler('RecordCharge', 'record-charge', 'Records that an order is paid.');
    this.startShipping = handler('StartShipping', 'start-shipping', 'Begins the shipment of an order.');
    this.createShipment = handler('CreateShipment', 'create-shipment', 'Has a warehouse make a parcel.');
    this.cancelShipments = handler('CancelShipments', 'cancel-shipments', 'Cancels the parcels of an order.');
    this.recordOutcome = handler('RecordOutcome', 'record-outcome', 'Records what came of an order.');
    this.needAttention = handler('NeedAttention', 'need-attention', 'Hands an order over to a person.');
    this.compensateOrder = payments.function(this, 'CompensateOrder', {
      entry: 'orders/compensate-order',
      description: 'Undoes what was done for an order.',
    });
    ({
      chargePayment: this.chargePayment,
      voidPayment: this.voidPayment,
      refundPayment: this.refundPayment,
    } = payments);

    data.grantRead(this.screenForFraud);
    for (const mover of [this.requestApproval, this.recordCharge, this.startShipping, this.needAttention]) {
      data.grantMove(mover);
    }
    for (const changer of [this.reserveStock, this.recordOutcome, this.compensateOrder]) data.grantChange(changer);
    for (const approver of [this.requestApproval, this.expireApproval, this.compensateOrder])
      data.grantApprove(approver);
    for (const shipper of [this.createShipment, this.cancelShipments, this.compensateOrder]) data.grantShip(shipper);
    operators.grantPublish(this.requestApproval);
  }

  /** Lets the function that asks for approvals answer the workflow itself, where the decision came first. */
  public grantAnswer(workflow: OrderWorkflow): iam.Grant {
    return workflow.grantAnswer(this.requestApproval);
  }
}
