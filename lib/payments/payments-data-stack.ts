import { CfnOutput } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { CREDENTIAL_PASSWORD } from '../../lambda/payments/rotation/rotate-credential.ts';
import { type Binding, binding } from '../platform/binding.ts';
import { CapabilityStack } from '../platform/capability-stack.ts';
import { removalPolicyOf } from '../platform/data-removal.ts';
import { PlatformTable } from '../platform/platform-table.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `PaymentsDataStack`. */
export interface PaymentsDataStackProps {
  /** The stage whose payments these are. */
  readonly stage: StageConfig;
}

/** The platform's credential at the payment provider, the circuit to it, and the payments of the sandbox. */
export class PaymentsDataStack extends CapabilityStack {
  /** The platform's credential at the payment provider, replicated to the replica region. */
  public readonly credential: secretsmanager.Secret;
  /** The circuit to the payment provider: one item, which exists while the provider does not answer. */
  public readonly circuit: dynamodb.Table;
  /** The payments of the sandbox; undefined if the stage has a real provider. */
  public readonly sandboxPayments?: dynamodb.Table;

  constructor(scope: Construct, id: string, { stage }: PaymentsDataStackProps) {
    super(scope, id, {
      stage,
      capability: 'payments',
      description: 'The credential of the order platform at its payment provider.',
      stateful: true,
    });

    this.credential = new secretsmanager.Secret(this, 'Credential', {
      description: `The credential of the order platform at its payment provider (${stage.name}).`,
      generateSecretString: {
        passwordLength: CREDENTIAL_PASSWORD.PasswordLength,
        excludePunctuation: CREDENTIAL_PASSWORD.ExcludePunctuation,
      },
      replicaRegions: [{ region: stage.replicaRegion }],
      removalPolicy: removalPolicyOf(stage),
    });
    this.circuit = new PlatformTable(this, 'Circuit', {
      stage,
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    new CfnOutput(this, 'CircuitTable', { value: this.circuit.tableName });
    if (stage.payments.provider.kind === 'sandbox') {
      this.sandboxPayments = new PlatformTable(this, 'SandboxPayments', {
        stage,
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      });
      new CfnOutput(this, 'SandboxPaymentsTable', { value: this.sandboxPayments.tableName });
    }
  }

  /** Opens and closes the circuit to the payment provider. */
  public get useCircuit(): Binding<'CIRCUIT_TABLE'> {
    return binding({ CIRCUIT_TABLE: this.circuit.tableName }, (charger) =>
      this.circuit.grant(charger, 'dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'),
    );
  }

  /** Reads the credential. */
  public get readCredential(): Binding<'PAYMENT_CREDENTIAL_SECRET'> {
    return binding({ PAYMENT_CREDENTIAL_SECRET: this.credential.secretArn }, (reader) =>
      this.credential.grantRead(reader),
    );
  }
}
