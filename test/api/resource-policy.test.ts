import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { prod } from '../../lib/stages/prod.ts';
import { anApi } from './an-api.ts';

const OPERATOR_ROUTES = [
  'execute-api:/v1/DELETE/products/*',
  'execute-api:/v1/GET/approvals',
  'execute-api:/v1/GET/provider/health',
  'execute-api:/v1/PATCH/products/*',
  'execute-api:/v1/POST/orders/*/approval',
  'execute-api:/v1/PUT/products/*',
  'execute-api:/v1/PUT/products/*/image',
];

const operators = { addressRanges: ['192.0.2.0/24'], accounts: ['444455556666'] };
const { template } = anApi({ stage: { ...prod, api: { ...prod.api, operators } } });
const [api] = Object.values(template.findResources('AWS::ApiGateway::RestApi'));
const [anyone, accounts, ...denials] = api?.Properties.Policy.Statement ?? [];

test("anyone is allowed every route but the operators', since a route that a policy does not allow is denied", () => {
  expect(anyone).toMatchObject({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'execute-api:Invoke' });
  expect(anyone.Resource.toSorted()).toEqual(
    [
      'execute-api:/v1/OPTIONS/*',
      ...OPERATIONS.filter(({ access }) => access.kind !== 'operator').map(
        ({ method, path }) => `execute-api:/v1/${method}${path.replace(/\{\w+\}/, '*')}`,
      ),
    ].sort(),
  );
});

test("the operators' routes are allowed to accounts, so that who has no permission of its own is refused", () => {
  expect(accounts).toMatchObject({ Effect: 'Allow', Action: 'execute-api:Invoke' });
  expect(JSON.stringify(accounts.Principal)).toMatch(/111122223333:root.*444455556666:root/);
  expect(accounts.Resource.toSorted()).toEqual(OPERATOR_ROUTES);
});

test("the operators' routes, and no other, are denied to whoever calls from elsewhere", () => {
  expect(denials[0]).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
  });
  expect(denials[0].Resource.toSorted()).toEqual(OPERATOR_ROUTES);
});

test("the operators' routes, and no other, are denied to other accounts", () => {
  expect(denials[1]).toMatchObject({
    Effect: 'Deny',
    Condition: { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } },
  });
  expect(denials[1].Resource.toSorted()).toEqual(OPERATOR_ROUTES);
});
