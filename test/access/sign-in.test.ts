import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { accessOf, idOf, inDev, inProd, prodWith } from './access-stacks.ts';

const CLIENT = 'AWS::Cognito::UserPoolClient';
const inBrowser = (properties: object) =>
  inProd.template.hasResourceProperties(CLIENT, { CallbackURLs: prod.signIn.callbackUrls, ...properties });

test('the scopes of orders are read and write', () => {
  inProd.template.hasResourceProperties('AWS::Cognito::UserPoolResourceServer', {
    Identifier: 'orders',
    Scopes: [Match.objectLike({ ScopeName: 'read' }), Match.objectLike({ ScopeName: 'write' })],
  });
});

test('customers sign in at an address that no other stage and account has', () => {
  inProd.template.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
    Domain: `order-platform-prod-${prod.account}`,
  });
  inDev.template.hasResourceProperties('AWS::Cognito::UserPoolDomain', {
    Domain: { 'Fn::Join': ['', ['order-platform-dev-', { Ref: 'AWS::AccountId' }]] },
  });
});

describe("the shop's pages", () => {
  test('keep no secret, which a page could not', () => {
    inBrowser({ GenerateSecret: false });
  });

  test('sign customers in by an authorization code, never by the implicit grant', () => {
    inBrowser({ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'] });
  });

  test("are returned to at the stage's addresses only", () => {
    inBrowser({ CallbackURLs: prod.signIn.callbackUrls, LogoutURLs: prod.signIn.logoutUrls });
  });

  test('may ask who the customer is and for the scopes of orders, not for the customer of Cognito itself', () => {
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

  test('get access tokens for an hour, and refresh tokens that work once, for a week', () => {
    inBrowser({
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 7 * 24 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
      EnableTokenRevocation: true,
    });
  });

  test('cannot send a password as it is, nor refresh past the rotation', () => {
    inBrowser({ ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
  });

  test('accept only customers who signed up, without other identity providers', () => {
    inBrowser({ SupportedIdentityProviders: ['COGNITO'] });
  });
});

test('no client says whether a customer exists', () => {
  inDev.template.allResourcesProperties(CLIENT, { PreventUserExistenceErrors: 'ENABLED' });
});

describe('with a password and no browser', () => {
  test('the demo of dev signs in, and gets no token by OAuth', () => {
    inDev.template.hasResourceProperties(CLIENT, {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AllowedOAuthFlowsUserPoolClient: false,
      GenerateSecret: false,
      CallbackURLs: Match.absent(),
      AllowedOAuthScopes: Match.absent(),
    });
  });

  test('the trigger that adds the scopes sees access tokens, and only Cognito calls it, for this pool', () => {
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

  test('nobody signs in to prod: it has no such client, no trigger and no function', () => {
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

  test('a SAML provider is known by its metadata', () => {
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
      },
      AttributeMapping: { email: 'email' },
    });
  });

  test("the shop's pages take customers of all of them", () => {
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
