import { Duration } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { StageConfig } from '../stages/stage-config.ts';

/** Properties for a `BrowserClient`. */
export interface BrowserClientProps {
  /** The stage: where browsers return to. */
  readonly stage: StageConfig;
  /** The customers who sign in. */
  readonly userPool: cognito.IUserPool;
  /** Who else vouches for customers. */
  readonly identityProviders: readonly cognito.IUserPoolIdentityProvider[];
  /** What the client may ask for, besides who the customer is. */
  readonly scopes: readonly cognito.OAuthScope[];
}

/**
 * The shop's pages, which sign customers in by the authorization code grant with PKCE.
 *
 * The client has no secret, since a page cannot keep one. Cognito checks the `code_verifier` of a sign-in that began with
 * a `code_challenge` (S256), and cannot be told to demand one: the pages must always send it.
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
      // Named because Cognito's default has ALLOW_REFRESH_TOKEN_AUTH, which is incompatible with rotation. Such a sign-in
      // yields none of the scopes of orders in prod.
      authFlows: { userSrp: true },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(7),
      // A page that lost the answer to its refresh may ask again.
      refreshTokenRotationGracePeriod: Duration.seconds(30),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
  }
}
