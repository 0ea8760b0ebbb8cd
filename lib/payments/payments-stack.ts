import { CfnOutput, Duration } from 'aws-cdk-lib';
import { RotationSchedule } from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { OrdersDataStack } from '../orders/orders-data-stack.ts';
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
  /** The orders, with what is to be paid. */
  readonly orders: OrdersDataStack;
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

  readonly #props: PaymentsStackProps;

  constructor(scope: Construct, id: string, props: PaymentsStackProps) {
    const { stage, orders } = props;
    super(scope, id, { stage, description: 'What charges, voids and refunds the payments of orders.' });
    this.#props = props;
    this.providerUrl = this.#locateProvider();

    this.chargePayment = this.function(this, 'ChargePayment', {
      entry: 'orders/charge-payment',
      description: 'Charges an order at the payment provider.',
    });
    this.voidPayment = this.function(this, 'VoidPayment', {
      entry: 'orders/void-payment',
      description: 'Sees to it that an order is charged nothing.',
    });
    this.refundPayment = this.function(this, 'RefundPayment', {
      entry: 'orders/refund-payment',
      description: 'Gives back what was charged for an order.',
    });
    for (const reader of [this.chargePayment, this.refundPayment]) orders.grantRead(reader);

    this.#rotateCredential();
  }

  /** A function that may call the payment provider, from the private subnets, and knows how. */
  public function(
    scope: Construct,
    id: string,
    props: Omit<PlatformFunctionProps, 'stage' | 'network'>,
  ): PlatformFunction {
    const caller = this.#caller(scope, id, props);
    this.#props.data.grantReadCredential(caller);
    return caller;
  }

  #caller(scope: Construct, id: string, props: Omit<PlatformFunctionProps, 'stage' | 'network'>): PlatformFunction {
    const { stage, network } = this.#props;
    return new PlatformFunction(scope, id, {
      // An unknown outcome is asked about twice, each time for as long as a request may take.
      timeout: Duration.seconds(30),
      ...props,
      stage,
      network,
      environment: {
        ...props.environment,
        PAYMENT_PROVIDER_URL: this.providerUrl,
        PAYMENT_CONNECT_TIMEOUT_MS: String(stage.payments.connectTimeoutMs),
        PAYMENT_TOTAL_TIMEOUT_MS: String(stage.payments.totalTimeoutMs),
      },
    });
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
    const rotate = this.#caller(this, 'RotateCredential', {
      entry: 'payments/rotate-credential',
      description: 'Replaces the credential at the payment provider.',
    });
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
