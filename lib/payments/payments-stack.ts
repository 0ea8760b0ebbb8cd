import { CfnOutput, Duration } from 'aws-cdk-lib';
import { RotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { chargePayment } from '../../lambda/orders/steps/charge-payment.ts';
import { refundPayment } from '../../lambda/orders/steps/refund-payment.ts';
import { voidPayment } from '../../lambda/orders/steps/void-payment.ts';
import type { OrderStoreSettings } from '../../lambda/orders/store/order-store.ts';
import type { PaymentProviderSettings } from '../../lambda/payments/provider/payment-provider.ts';
import { rotateCredentialEntry } from '../../lambda/payments/rotation/rotate-credential.ts';
import { type Binding, type BoundEntry, bind, binding } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { type FunctionNetwork, PlatformFunction, type PlatformFunctionProps } from '../platform/platform-function.ts';
import { RunbookAlarm } from '../platform/runbook-alarm.ts';
import type { StageConfig } from '../stages/stage-config.ts';
import { PaymentSandbox } from './payment-sandbox.ts';
import { PaymentsAlarm } from './payments-alarm.ts';
import type { PaymentsDataStack } from './payments-data-stack.ts';

/** Properties for a `PaymentsStack`. */
export interface PaymentsStackProps {
  /** The stage whose orders are paid. */
  readonly stage: StageConfig;
  /** The network of the callers: the provider can allow-list its addresses. */
  readonly network: FunctionNetwork;
  /** The credential, and the payments of the sandbox. */
  readonly data: PaymentsDataStack;
  /** Reads the orders to be paid. */
  readonly readOrders: Binding<keyof OrderStoreSettings>;
  /** Claims the orders to be charged. */
  readonly moveOrders: Binding<keyof OrderStoreSettings>;
  /** The topic of alarms. */
  readonly alarmTopic: sns.ITopic;
}

/** The functions that call the payment provider, and the sandbox if the stage has no real provider. */
export class PaymentsStack extends CapabilityStack {
  /** Charges an order: returns CHARGED, DECLINED, or VOIDED if the charge was voided before it was made. */
  public readonly chargePayment: PlatformFunction;
  /** Ensures that an order is charged nothing. */
  public readonly voidPayment: PlatformFunction;
  /** Refunds the charge of an order. */
  public readonly refundPayment: PlatformFunction;

  /** The base URL of the payment provider. */
  public readonly providerUrl: string;

  /** Calls the payment provider. */
  public readonly callProvider: Binding<keyof PaymentProviderSettings>;
  /** Properties of every function that calls the payment provider. */
  public readonly caller: Pick<PlatformFunctionProps, 'network' | 'timeout'>;

  readonly #props: PaymentsStackProps;

  constructor(scope: Construct, id: string, props: PaymentsStackProps) {
    const { stage, network, data, readOrders, moveOrders, alarmTopic } = props;
    super(scope, id, { stage, description: 'The functions that charge, void and refund the payments of orders.' });
    this.#props = props;
    this.providerUrl = this.#locateProvider();

    const { credential } = data;
    this.callProvider = binding(
      { ...this.#providerSettings(), PAYMENT_CREDENTIAL_SECRET: credential.secretArn },
      (caller) => credential.grantRead(caller),
    );
    this.caller = {
      network,
      // If the answer to a charge is lost, the payment is looked up twice; each request may use its full time-out.
      timeout: Duration.seconds(30),
    };
    this.chargePayment = this.#function(
      'ChargePayment',
      'Claims an order and charges it at the payment provider.',
      bind(chargePayment, { bindings: [this.callProvider, moveOrders, data.useCircuit] }),
    );
    this.voidPayment = this.#function(
      'VoidPayment',
      'Ensures that an order is charged nothing.',
      bind(voidPayment, { bindings: [this.callProvider, readOrders] }),
    );
    this.refundPayment = this.#function(
      'RefundPayment',
      'Refunds the charge of an order.',
      bind(refundPayment, { bindings: [this.callProvider, readOrders] }),
    );

    new PaymentsAlarm(this, 'PaymentsNotPossible', {
      callers: [this.chargePayment, this.voidPayment, this.refundPayment],
      alarmTopic,
    });
    this.#rotateCredential();
  }

  #function(id: string, description: string, entry: BoundEntry): PlatformFunction {
    return new PlatformFunction(this, id, { stage: this.#props.stage, description, entry, ...this.caller });
  }

  #providerSettings() {
    const { payments } = this.#props.stage;
    return {
      PAYMENT_PROVIDER_URL: this.providerUrl,
      PAYMENT_CONNECT_TIMEOUT_MS: String(payments.connectTimeoutMs),
      PAYMENT_TOTAL_TIMEOUT_MS: String(payments.totalTimeoutMs),
    };
  }

  #locateProvider(): string {
    const { stage, data } = this.#props;
    if (stage.payments.provider.kind === 'provider') return stage.payments.provider.url;
    if (!data.sandboxPayments) throw new Error('a sandbox needs the data stack of the same stage');
    const { url } = new PaymentSandbox(this, 'Sandbox', { stage, data, payments: data.sandboxPayments });
    new CfnOutput(this, 'PaymentSandboxUrl', { value: url, description: 'The base URL of the payment sandbox.' });
    new CfnOutput(this, 'PaymentCredentialSecret', {
      value: data.credential.secretArn,
      description: 'The credential that the payment sandbox accepts.',
    });
    return url;
  }

  #rotateCredential(): void {
    const { stage, data, alarmTopic } = this.#props;
    const rotate = this.#function(
      'RotateCredential',
      'Rotates the credential at the payment provider.',
      bind(rotateCredentialEntry, { bindings: [], settings: this.#providerSettings() }),
    );
    new RotationSchedule(this, 'CredentialRotation', {
      secret: data.credential,
      rotationLambda: rotate,
      automaticallyAfter: Duration.days(stage.payments.credentialRotationDays),
      // The provider does not know the first credential before the stage is deployed.
      rotateImmediatelyOnUpdate: false,
    });
    new RunbookAlarm(this, 'CredentialRotationFailed', {
      metric: rotate.metricErrors({ period: Duration.minutes(5) }),
      description: 'The credential at the payment provider could not be rotated; the old one is still used.',
      runbook: 'credential-rotation',
      alarmTopic,
    });
  }
}
