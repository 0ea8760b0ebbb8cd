import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `BrowserClient`. */
export interface BrowserClientProps {
  /** The stage, which sets the pages that browsers return to. */
  readonly stage: StageConfig;
  /** The user pool of the customers. */
  readonly userPool: cognito.IUserPool;
  /** Other identity providers that customers may sign in with. */
  readonly identityProviders: readonly cognito.IUserPoolIdentityProvider[];
  /** The scopes that the client may request, in addition to `openid` and `email`. */
  readonly scopes: readonly cognito.OAuthScope[];
}

/**
 * The user pool client of the shop's pages, for the authorization code grant with PKCE.
 *
 * The client has no secret, because a page cannot protect one. Cognito verifies the `code_verifier` if a sign-in
 * started with a `code_challenge` (S256), but cannot require one: the pages must always send it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/using-pkce-in-authorization-code.html
 */
export class BrowserClient extends cognito.UserPoolClient {
  constructor(scope: Construct, id: string, props: BrowserClientProps) {
    const { stage, userPool, identityProviders, scopes } = props;
    super(scope, id, {
      userPool,
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [cognito.OAuthScope.OPENID, cognito.OAuthScope.EMAIL, ...scopes],
        callbackUrls: stage.signIn.callbackUrls,
        logoutUrls: stage.signIn.logoutUrls,
      },
      supportedIdentityProviders: [
        cognito.UserPoolClientIdentityProvider.COGNITO,
        ...identityProviders.map(({ providerName }) => cognito.UserPoolClientIdentityProvider.custom(providerName)),
      ],
      // Explicit because Cognito's default includes ALLOW_REFRESH_TOKEN_AUTH, which is incompatible with rotation.
      // Tokens of an SRP sign-in have none of the order scopes unless the stage enables sign-in with a password.
      authFlows: { userSrp: true },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
      // A page that did not receive the response to a refresh may repeat it.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
  }
}
