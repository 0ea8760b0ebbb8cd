import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templatesOf } from '../platform/stage-template.ts';
import { methodsOf } from './an-api.ts';

const template = templatesOf(prod)('api');
const methods = methodsOf(template);

const of = (kind: string) => OPERATIONS.filter(({ access }) => access.kind === kind).map(({ id }) => id);
const authorization = (id: string) => {
  const { AuthorizationType, AuthorizationScopes, ApiKeyRequired } = methods[id];
  return { AuthorizationType, AuthorizationScopes, ApiKeyRequired };
};

test('every operation is served, and nothing else but preflight requests', () => {
  expect(Object.keys(methods).sort()).toEqual([...OPERATIONS.map(({ id }) => id), 'OPTIONS without a name'].sort());
});

test.each(of('customer'))('%s demands an access token with a scope: an ID token has none', (id) => {
  const scope = ['placeOrder', 'requestCancellation', 'requestRefund'].includes(id) ? 'orders/write' : 'orders/read';
  expect(authorization(id)).toMatchObject({ AuthorizationType: 'COGNITO_USER_POOLS', AuthorizationScopes: [scope] });
});

test.each(of('operator'))('%s demands a request signed with AWS credentials', (id) => {
  expect(authorization(id)).toMatchObject({ AuthorizationType: 'AWS_IAM' });
});

test.each(of('api-key'))('%s demands an API key', (id) => {
  expect(authorization(id)).toMatchObject({ AuthorizationType: 'NONE', ApiKeyRequired: true });
});

test('placePartnerOrder demands an API key and a token the authorizer takes', () => {
  expect(authorization('placePartnerOrder')).toMatchObject({ AuthorizationType: 'CUSTOM', ApiKeyRequired: true });
});

test("partners may be entitled to the partners' routes, and to no other", () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { PARTNER_ROUTES: '{"placePartnerOrder":"POST/partner/orders"}' } },
  });
});

test("a partner's order is placed by the function that places a customer's", () => {
  expect(methods.placePartnerOrder.Integration.Uri).toEqual(methods.placeOrder.Integration.Uri);
});

test('anyone may ask for the health of the API, and for nothing else', () => {
  expect(of('anyone')).toEqual(['getHealth']);
  expect(authorization('getHealth')).toEqual({ AuthorizationType: 'NONE' });
});

test('invoices, images, events and health have no function behind them', () => {
  const without = Object.entries(methods).filter(([, { Integration }]) => Integration.Type !== 'AWS_PROXY');
  expect(without.map(([id, { Integration }]) => [id, Integration.Type]).sort()).toEqual([
    ['OPTIONS without a name', 'MOCK'],
    ['getHealth', 'MOCK'],
    ['getInvoice', 'AWS'],
    ['getProviderHealth', 'HTTP'],
    ['putEvents', 'AWS'],
    ['putProductImage', 'AWS'],
  ]);
});

test('the API serves one region, takes and gives images and invoices as bytes, and compresses what is large', () => {
  template.hasResourceProperties('AWS::ApiGateway::RestApi', {
    EndpointConfiguration: { Types: ['REGIONAL'] },
    BinaryMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    MinimumCompressionSize: 1_024,
  });
});

test('the function that accepts orders may write orders and keys, and read prices', () => {
  const [, policy] =
    Object.entries(template.findResources('AWS::IAM::Policy')).find(([id]) => id.includes('PlaceOrder')) ?? [];
  const statements: { Action: string | string[]; Resource: unknown }[] = policy?.Properties.PolicyDocument.Statement;
  const onTables = statements.filter((statement) => JSON.stringify(statement.Action).includes('dynamodb:'));
  expect(onTables.map((statement) => [statement.Action, JSON.stringify(statement.Resource)])).toEqual([
    ['dynamodb:PutItem', expect.stringContaining('Orders')],
    ['dynamodb:BatchGetItem', expect.stringContaining('Products')],
    [['dynamodb:GetItem', 'dynamodb:PutItem'], expect.stringContaining('IdempotencyKeys')],
  ]);
});

test('the policy for operators opens their routes and no other', () => {
  const [policy] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  const [statement] = policy?.Properties.PolicyDocument.Statement ?? [];
  const routes = statement.Resource.map((resource: object) => /v1\/.*?(?="|$)/.exec(JSON.stringify(resource))?.[0]);
  expect(routes.sort()).toEqual([
    'v1/DELETE/products/*',
    'v1/GET/approvals',
    'v1/GET/provider/health',
    'v1/PATCH/products/*',
    'v1/POST/orders/*/approval',
    'v1/PUT/products/*',
    'v1/PUT/products/*/image',
  ]);
});
