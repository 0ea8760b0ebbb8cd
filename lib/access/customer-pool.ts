import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { removalPolicyOf } from '../platform/data-removal.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `CustomerPool`. */
export interface CustomerPoolProps {
  /** The stage, which sets removal policy, deletion protection and multi-factor authentication. */
  readonly stage: StageConfig;
}

const MFA = {
  off: cognito.Mfa.OFF,
  optional: cognito.Mfa.OPTIONAL,
  required: cognito.Mfa.REQUIRED,
};

/**
 * The user pool of the customers, who sign up with a verified email address.
 *
 * Cognito sends up to 50 emails a day by itself. Configure Amazon SES for more.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html
 */
export class CustomerPool extends cognito.UserPool {
  constructor(scope: Construct, id: string, { stage }: CustomerPoolProps) {
    super(scope, id, {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true } },
      autoVerify: { email: true },
      // The old address remains valid until the new one is verified.
      keepOriginal: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(1),
      },
      mfa: MFA[stage.signIn.mfa],
      mfaSecondFactor: { otp: true, sms: false },
      // The lowest plan in which a trigger can add scopes to access tokens. https://docs.aws.amazon.com/cognito/latest/developerguide/feature-plans-features-essentials.html
      featurePlan: cognito.FeaturePlan.ESSENTIALS,
      deletionProtection: stage.terminationProtection,
      removalPolicy: removalPolicyOf(stage),
    });
  }
}
