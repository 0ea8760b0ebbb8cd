import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { accessOf, idOf, inDev, inProd, prodWith } from './access-stacks.ts';

const CLIENT = 'AWS::Cognito::UserPoolClient';
const inBrowser = (properties: object) =>
  inProd.template.hasResourceProperties(CLIENT, { CallbackURLs: prod.signIn.callbackUrls, ...properties });

test('the resource server has the scopes orders/read and orders/write', () => {
  inProd.template.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
    Identifier: 'orders',
    Scopes: [Match.objectLike({ ScopeName: 'read' }), Match.objectLike({ ScopeName: 'write' })],
  });
});

test('the domain of the sign-in page contains the stage and the account', () => {
  inProd.template.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
    Domain: `order-platform-prod-${prod.account}`,
  });
  inDev.template.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
    Domain: { 'Fn::Join': ['', ['order-platform-dev-', { Ref: 'AWS::AccountId' }]] },
  });
});

describe('the client for browsers', () => {
  test('has no secret', () => {
    inBrowser({ GenerateSecret: false });
  });

  test('uses the authorization code grant only', () => {
    inBrowser({ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] });
  });

  test("redirects to the stage's addresses only", () => {
    inBrowser({ CallbackURLs: prod.signIn.callbackUrls, LogoutURLs: prod.signIn.logoutUrls });
  });

  test('may request openid, email and the scopes of orders only', () => {
    const scopes = idOf('OrderScopes');
    inBrowser({
      AllowedOAuthScopes: [
        'openid',
        'email',
        { 'Fn::Join': ['', [scopes, '/read']] },
        { 'Fn::Join': ['', [scopes, '/write']] },
      ],
    });
  });

  test('issues access tokens for an hour, and refresh tokens for a week that rotate', () => {
    inBrowser({
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 7 * 24 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
    });
  });

  test('allows no flow that sends the password or bypasses the rotation', () => {
    inBrowser({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
  });

  test('accepts only customers who signed up, if there are no other identity providers', () => {
    inBrowser({ SupportedIdentityProviders: ['COGNITO'] });
  });
});

test('no client reveals if a customer exists', () => {
  inDev.template.allResourcesProperties(CLIENT, { PreventUserExistenceErrors: 'ENABLED' });
});

describe('sign-in with a password, without a browser', () => {
  test('the client for the demo exists in dev, and uses no OAuth flow', () => {
    inDev.template.hasResourceProperties(CLIENT, {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlowsUserPoolClient: false,
      GenerateSecret: false,
      CallbackURLs: Match.absent(),
      AllowedOAuthScopes: Match.absent(),
    });
  });

  test('the trigger that adds the scopes can change access tokens, and only this user pool may invoke it', () => {
    const trigger = { 'Fn::GetAtt': [Match.stringLikeRegexp('^PasswordSignInAddOrderScopes'), 'Arn'] };
    inDev.template.hasResourceProperties('AWS::Cognito::UserPool', {
      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: trigger, LambdaVersion: 'V2_0' } },
    });
    inDev.template.allResourcesProperties('AWS::Lambda::Permission', {
      FunctionName: trigger,
      Principal: 'cognito-idp.amazonaws.com',
      SourceArn: inDev.stack.resolve(inDev.stack.userPool.userPoolArn),
    });
  });

  test('prod has no such client, no trigger and no function', () => {
    expect(Object.keys(inProd.template.findResources(CLIENT))).toEqual([expect.stringMatching(/^BrowserClient/)]);
    inProd.template.hasResourceProperties('AWS::Cognito::UserPool', { LambdaConfig: Match.absent() });
    expect(inProd.template.findResources('AWS::Lambda::Function')).toEqual({});
    expect(inProd.template.findOutputs('DemoClientId')).toEqual({});
  });
});

describe('with other identity providers', () => {
  const federation = [
    { kind: 'saml', name: 'Staff', metadataUrl: 'https://sso.example.com/metadata.xml' },
    {
      kind: 'oidc',
      name: 'Friends',
      issuerUrl: 'https://id.example.com',
      clientId: 'order-platform',
      clientSecretName: 'friends/client-secret',
    },
  ] as const;
  const { template } = accessOf(prodWith({ federation: [...federation] }));
  const PROVIDER = 'AWS::Cognito::UserPoolIdentityProvider';

  test('a SAML provider has the URL of its metadata', () => {
    template.hasResourceProperties(PROVIDER, {
      ProviderName: 'Staff',
      ProviderType: 'SAML',
      ProviderDetails: { MetadataURL: 'https://sso.example.com/metadata.xml' },
      AttributeMapping: { email: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress' },
    });
  });

  test('the secret of an OIDC provider is a reference that CloudFormation resolves during deployment', () => {
    template.hasResourceProperties(PROVIDER, {
      ProviderName: 'Friends',
      ProviderType: 'OIDC',
      ProviderDetails: {
        oidc_issuer: 'https://id.example.com',
        client_id: 'order-platform',
        client_secret: '{{resolve:secretsmanager:friends/client-secret:SecretString:::}}',
        authorize_scopes: 'openid email',
        attributes_request_method: 'GET',
      },
      AttributeMapping: { email: 'email' },
    });
  });

  test('the client for browsers accepts all of them', () => {
    template.hasResourceProperties(CLIENT, {
      SupportedIdentityProviders: ['COGNITO', idOf('FederationStaff'), idOf('FederationFriends')],
    });
  });
});

test('has outputs for the sign-in address and the clients', () => {
  expect(Object.keys(inDev.template.findOutputs('*'))).toEqual(
    expect.arrayContaining(['UserPoolId', 'BrowserClientId', 'DemoClientId', 'SignInUrl']),
  );
  inProd.template.hasOutput('SignInUrl', {
    Value: {
      'Fn::Join': ['', ['https://', idOf('CustomersSignIn'), `.auth.${prod.region}.amazoncognito.com`]],
    },
  });
});
