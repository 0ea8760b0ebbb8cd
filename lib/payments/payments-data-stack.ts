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

/** The platform's credential at the payment provider, and the payments of the sandbox. */
export class PaymentsDataStack extends CapabilityStack {
  /** The platform's credential at the payment provider, replicated to the replica region. */
  public readonly credential: secretsmanager.Secret;
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
    if (stage.payments.provider.kind === 'sandbox') {
      this.sandboxPayments = new PlatformTable(this, 'SandboxPayments', {
        stage,
        partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      });
      new CfnOutput(this, 'SandboxPaymentsTable', { value: this.sandboxPayments.tableName });
    }
  }

  /** Reads the credential. */
  public get readCredential(): Binding<'PAYMENT_CREDENTIAL_SECRET'> {
    return binding({ PAYMENT_CREDENTIAL_SECRET: this.credential.secretArn }, (reader) =>
      this.credential.grantRead(reader),
    );
  }
}
