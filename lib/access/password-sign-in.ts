import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { addOrderScopesEntry } from '../../lambda/access/add-order-scopes.ts';
import { bind } from '../platform/binding.ts';
import { PlatformFunction } from '../platform/platform-function.ts';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `PasswordSignIn`. */
export interface PasswordSignInProps {
  /** The stage that the demo and the tests run in. */
  readonly stage: StageConfig;
  /** The user pool of the customers. */
  readonly userPool: cognito.UserPool;
}

/** Sign-in with a password alone, for the demo and the tests; never in a stage that serves customers. */
export class PasswordSignIn extends Construct {
  /** The user pool client of the demo and the tests. */
  public readonly client: cognito.UserPoolClient;

  constructor(scope: Construct, id: string, { stage, userPool }: PasswordSignInProps) {
    super(scope, id);

    this.client = new cognito.UserPoolClient(this, 'DemoClient', {
      userPool,
      generateSecret: false,
      disableOAuth: true,
      authFlows: { userPassword: true },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    const addOrderScopes = new PlatformFunction(this, 'AddOrderScopes', {
      stage,
      entry: bind(addOrderScopesEntry, { bindings: [] }),
      description: 'Adds the order scopes to access tokens of sign-ins with a password.',
      // The maximum that Cognito waits for a trigger. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
      timeout: Duration.seconds(5),
    });
    userPool.addTrigger(
      cognito.UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      addOrderScopes,
      cognito.LambdaVersion.V2_0,
    );
  }
}
