import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { prod } from '../../lib/stages/prod.ts';
import { templatesOf } from '../platform/stage-template.ts';
import { methodsOf } from './an-api.ts';

const template = templatesOf(prod)('api');
const methods = methodsOf(template);

const of = (kind: string) => OPERATIONS.filter(({ access }) => access.kind === kind).map(({ id }) => id);
const methodsOfKind = (kind: string) =>
  Object.values(template.findResources('AWS::ApiGateway::Method'))
    .map(({ Properties }) => Properties)
    .filter(({ HttpMethod }) => HttpMethod === kind);
const authorization = (id: string) => {
  const { AuthorizationType, AuthorizationScopes, ApiKeyRequired } = methods[id];
  return { AuthorizationType, AuthorizationScopes, ApiKeyRequired };
};

test('every operation has a method, and there are no others but those of preflight requests', () => {
  expect(Object.keys(methods).sort()).toEqual([...OPERATIONS.map(({ id }) => id), 'OPTIONS without a name'].sort());
});

test.each(of('customer'))(
  '%s requires an access token with the scope to read or to write: an ID token has none',
  (id) => {
    const scope = methods[id].HttpMethod === 'GET' ? 'orders/read' : 'orders/write';
    expect(authorization(id)).toMatchObject({ AuthorizationType: 'COGNITO_USER_POOLS', AuthorizationScopes: [scope] });
  },
);

test.each(of('operator'))('%s requires a request signed with AWS credentials', (id) => {
  expect(authorization(id)).toMatchObject({ AuthorizationType: 'AWS_IAM' });
});

test.each(of('api-key'))('%s requires an API key', (id) => {
  expect(authorization(id)).toMatchObject({ AuthorizationType: 'NONE', ApiKeyRequired: true });
});

test('placePartnerOrder requires an API key and a token that the authorizer accepts', () => {
  expect(authorization('placePartnerOrder')).toMatchObject({ AuthorizationType: 'CUSTOM', ApiKeyRequired: true });
});

test("partners may be entitled to the partners' routes, and to no other", () => {
  template.hasResourceProperties('AWS::Lambda::Function', {
    Environment: { Variables: { PARTNER_ROUTES: '{"placePartnerOrder":"POST/partner/orders"}' } },
  });
});

test('one function places the orders of customers and partners', () => {
  expect(methods.placePartnerOrder.Integration.Uri).toEqual(methods.placeOrder.Integration.Uri);
});

test('only the health of the API is public', () => {
  expect(of('anyone')).toEqual(['getHealth']);
  expect(authorization('getHealth')).toEqual({ AuthorizationType: 'NONE' });
});

test('a preflight request needs no authorization: a browser sends none', () => {
  const preflights = methodsOfKind('OPTIONS').map(({ AuthorizationType }) => AuthorizationType);
  expect(new Set(preflights)).toEqual(new Set(['NONE']));
});

test('invoices, images, events and health checks need no function', () => {
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

test('the API is regional, passes images and invoices as bytes, and compresses large responses', () => {
  template.hasResourceProperties('AWS::ApiGateway::RestApi', {
    EndpointConfiguration: { Types: ['REGIONAL'] },
    BinaryMediaTypes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    MinimumCompressionSize: 1_024,
  });
});

test('the function that places orders may write orders and idempotency keys, and read products', () => {
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

/** The routes that the managed policy of a duty allows. */
function routesOf(name: string): string[] {
  const policies = Object.entries(template.findResources('AWS::IAM::ManagedPolicy'));
  const [, policy] = policies.find(([id]) => id.startsWith(name)) ?? [];
  const [statement] = policy?.Properties.PolicyDocument.Statement ?? [];
  return statement.Resource.map((resource: object) => /v1\/.*?(?="|$)/.exec(JSON.stringify(resource))?.[0]);
}

test("each operators' route is in the policy of one duty, and no other route is in one", () => {
  const operators = OPERATIONS.filter(({ access }) => access.kind === 'operator');
  const expected = operators.map(({ method, path }) => `v1/${method}${path.replace(/\{\w+\}/, '*')}`);
  const inPolicies = [...routesOf('PriceManagersPolicy'), ...routesOf('ApproversPolicy')];
  expect(inPolicies.sort()).toEqual(expected.sort());
});

test('no policy allows both changing products and deciding approvals', () => {
  const isProductRoute = (route: string) => route.includes('/products');
  expect(routesOf('PriceManagersPolicy').every(isProductRoute)).toBe(true);
  expect(routesOf('ApproversPolicy').some(isProductRoute)).toBe(false);
});
