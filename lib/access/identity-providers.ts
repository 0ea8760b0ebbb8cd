import { SecretValue } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { SignInConfig } from '../stages/sign-in-config.ts';

type IdentityProviderConfig = SignInConfig['federation'][number];

/** The attribute in which SAML providers commonly pass an email address. https://docs.oasis-open.org/imi/identity/v1.0/identity.html */
const EMAIL_OF_SAML = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress';

/** Adds an identity provider that customers of a user pool may sign in with. */
export function addIdentityProvider(
  scope: Construct,
  userPool: cognito.IUserPool,
  config: IdentityProviderConfig,
): cognito.IUserPoolIdentityProvider {
  const { name } = config;
  if (config.kind === 'saml') {
    return new cognito.UserPoolIdentityProviderSaml(scope, name, {
      userPool,
      name,
      metadata: cognito.UserPoolIdentityProviderSamlMetadata.url(config.metadataUrl),
      attributeMapping: { email: cognito.ProviderAttribute.other(EMAIL_OF_SAML) },
      idpSignout: true,
    });
  }
  return new cognito.UserPoolIdentityProviderOidc(scope, name, {
    userPool,
    name,
    issuerUrl: config.issuerUrl,
    clientId: config.clientId,
    // The template holds only the name of the secret. CloudFormation reads its value during deployment.
    clientSecret: SecretValue.secretsManager(config.clientSecretName).unsafeUnwrap(),
    attributeMapping: { email: cognito.ProviderAttribute.other('email') },
    attributeRequestMethod: cognito.OidcAttributeRequestMethod.GET,
    scopes: ['openid', 'email'],
  });
}
