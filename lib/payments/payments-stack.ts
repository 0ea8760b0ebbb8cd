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
import type { PaymentsDataStack } from './payments-data-stack.ts';

/** Properties for a `PaymentsStack`. */
export interface PaymentsStackProps {
  /** The stage whose orders are paid. */
  readonly stage: StageConfig;
  /** From where the provider is called: it may have its addresses on a list. */
  readonly network: FunctionNetwork;
  /** The credential, and what the sandbox knows. */
  readonly data: PaymentsDataStack;
  /** Reads the orders to be paid. */
  readonly readOrders: Binding<keyof OrderStoreSettings>;
  /** Who is told when the credential cannot be replaced. */
  readonly alarmTopic: sns.ITopic;
}

/** Everything that calls the payment provider, and the sandbox where the stage has no real one. */
export class PaymentsStack extends CapabilityStack {
  /** Charges an order: answers CHARGED, DECLINED, or VOIDED where the charge was undone before it was made. */
  public readonly chargePayment: PlatformFunction;
  /** Sees to it that an order is charged nothing. */
  public readonly voidPayment: PlatformFunction;
  /** Gives back what was charged for an order. */
  public readonly refundPayment: PlatformFunction;

  /** Where the payment provider answers. */
  public readonly providerUrl: string;

  /** Calls the payment provider. */
  public readonly callProvider: Binding<keyof PaymentProviderSettings>;
  /** Properties of every function that calls the payment provider. */
  public readonly caller: Pick<PlatformFunctionProps, 'network' | 'timeout'>;

  readonly #props: PaymentsStackProps;

  constructor(scope: Construct, id: string, props: PaymentsStackProps) {
    const { stage, network, data, readOrders } = props;
    super(scope, id, { stage, description: 'What charges, voids and refunds the payments of orders.' });
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
      'Charges an order at the payment provider.',
      bind(chargePayment, { bindings: [this.callProvider, readOrders] }),
    );
    this.voidPayment = this.#function(
      'VoidPayment',
      'Sees to it that an order is charged nothing.',
      bind(voidPayment, { bindings: [this.callProvider] }),
    );
    this.refundPayment = this.#function(
      'RefundPayment',
      'Gives back what was charged for an order.',
      bind(refundPayment, { bindings: [this.callProvider, readOrders] }),
    );

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
    if (!data.sandboxPayments) throw new Error("the sandbox's table belongs to the stack of the same stage's data");
    const { url } = new PaymentSandbox(this, 'Sandbox', { stage, data, payments: data.sandboxPayments });
    new CfnOutput(this, 'PaymentSandboxUrl', { value: url, description: 'Where the payment sandbox answers.' });
    new CfnOutput(this, 'PaymentCredentialSecret', {
      value: data.credential.secretArn,
      description: 'The credential the payment sandbox takes.',
    });
    return url;
  }

  #rotateCredential(): void {
    const { stage, data, alarmTopic } = this.#props;
    const rotate = this.#function(
      'RotateCredential',
      'Replaces the credential at the payment provider.',
      bind(rotateCredentialEntry, { bindings: [], settings: this.#providerSettings() }),
    );
    new RotationSchedule(this, 'CredentialRotation', {
      secret: data.credential,
      rotationLambda: rotate,
      automaticallyAfter: Duration.days(stage.payments.credentialRotationDays),
      // The first credential is not known to the provider before the stage is up.
      rotateImmediatelyOnUpdate: false,
    });
    new RunbookAlarm(this, 'CredentialRotationFailed', {
      metric: rotate.metricErrors({ period: Duration.minutes(5) }),
      description: 'The credential at the payment provider could not be replaced; the one before it is still used.',
      runbook: 'credential-rotation',
      alarmTopic,
    });
  }
}
