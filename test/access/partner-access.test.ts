import { Match } from 'aws-cdk-lib/assertions';
import { dev } from '../../lib/stages/dev.ts';
import { prod } from '../../lib/stages/prod.ts';
import { inDev, inProd, partnerApiOf } from './access-stacks.ts';

const TABLE = 'AWS::DynamoDB::Table';

test('the table of partners is keyed by the subject of their tokens', () => {
  inProd.template.hasResourceProperties(TABLE, { KeySchema: [{ AttributeName: 'subject', KeyType: 'HASH' }] });
});

test('the table of revoked tokens is keyed by token id, and its items expire with the tokens', () => {
  inProd.template.hasResourceProperties(TABLE, {
    KeySchema: [{ AttributeName: 'tokenId', KeyType: 'HASH' }],
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  });
});

test('prod retains both tables, and can restore them', () => {
  inProd.template.allResources(TABLE, { DeletionPolicy: 'Retain' });
  inProd.template.allResourcesProperties(TABLE, {
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
});

test('the key set of dev is a secret that is empty at first', () => {
  inDev.template.hasResource('AWS::SecretsManager::Secret', {
    DeletionPolicy: 'Delete',
    Properties: { SecretString: '{"keys":[]}', Description: Match.stringLikeRegexp('JSON Web Key Set') },
  });
});

test('the key set of prod is read from the address of its owner, not from a secret', () => {
  expect(inProd.template.findResources('AWS::SecretsManager::Secret')).toEqual({});
  expect(inProd.template.findOutputs('PartnerKeySetSecret')).toEqual({});
});

test('has outputs for the tables of partners and revoked tokens, and for the key set', () => {
  expect(Object.keys(inDev.template.findOutputs('*'))).toEqual(
    expect.arrayContaining(['PartnersTable', 'RevokedPartnerTokensTable', 'PartnerKeySetSecret']),
  );
});

const apis = { dev: partnerApiOf(dev), prod: partnerApiOf(prod) };

describe.each([
  ['dev', dev],
  ['prod', prod],
] as const)('the authorizer of %s', (name, stage) => {
  const { template, stack } = apis[name];
  const authorize = { 'Fn::GetAtt': [Match.stringLikeRegexp('^PartnersAuthorizePartner'), 'Arn'] };

  test('receives the request, and its result is cached by token for the time of the stage', () => {
    template.hasResourceProperties('AWS::ApiGateway::Authorizer', {
      Type: 'REQUEST',
      IdentitySource: 'method.request.header.Authorization',
      AuthorizerResultTtlInSeconds: stage.partners.authorizerCacheSeconds,
    });
  });

  test('may be invoked by API Gateway only, for this authorizer', () => {
    template.allResourcesProperties('AWS::Lambda::Permission', {
      FunctionName: authorize,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: {
        'Fn::Join': ['', Match.arrayWith(['/authorizers/', { Ref: Match.stringLikeRegexp('^PartnersAuthorizer') }])],
      },
    });
  });

  test('has the issuer, the audience and the routes of partners in its settings', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: Match.objectLike({
          PARTNER_ISSUER: stage.partners.issuer,
          PARTNER_AUDIENCE: stage.partners.audience,
          PARTNER_ROUTES: '{"placePartnerOrder":"POST/partner/orders"}',
        }),
      },
    });
  });

  test('may read single partners, revoked tokens and the key set, and nothing else', () => {
    const policies = Object.values(template.findResources('AWS::IAM::Policy'));
    expect(policies).toHaveLength(1);
    const [policy] = policies;
    const statements: { Action: string | string[]; Resource: unknown }[] = policy?.Properties.PolicyDocument.Statement;
    const actions = statements.flatMap(({ Action }) => Action).filter((action) => !/^(xray|logs):/.test(action));
    const expected = ['dynamodb:GetItem', ...(name === 'dev' ? ['secretsmanager:GetSecretValue'] : [])];
    expect([...new Set(actions)].sort()).toEqual(expected);
    const readable = statements.filter(({ Action }) => expected.some((action) => [Action].flat().includes(action)));
    expect(JSON.stringify(readable.map(({ Resource }) => Resource))).not.toContain('"*"');
    expect(stack.resolve(policy?.Properties.Roles)).toEqual([{ Ref: expect.stringMatching(/^PartnersAuthorize/) }]);
  });
});

test('the authorizer of dev reads keys from its secret, and that of prod from its address', () => {
  const [inDevApi, inProdApi] = [apis.dev, apis.prod].map(
    ({ template }) =>
      Object.values(template.findResources('AWS::Lambda::Function'))[0]?.Properties.Environment.Variables,
  );
  expect(inDevApi).toMatchObject({ PARTNER_KEY_SET_SECRET: { 'Fn::ImportValue': expect.anything() } });
  expect(inDevApi).not.toHaveProperty('PARTNER_KEY_SET_URL');
  expect(inProdApi).toMatchObject({
    PARTNER_KEY_SET_URL: 'https://partners.example.com/.well-known/jwks.json',
  });
  expect(inProdApi).not.toHaveProperty('PARTNER_KEY_SET_SECRET');
});
