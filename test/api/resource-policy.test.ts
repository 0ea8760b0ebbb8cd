import { OPERATIONS } from '../../lib/api/operations/index.ts';
import type { Operation } from '../../lib/api/operations/operation.ts';
import { prod } from '../../lib/stages/prod.ts';
import { anApi } from './an-api.ts';

const routesOf = (operations: readonly Operation[]) =>
  operations.map(({ method, path }) => `execute-api:/v1/${method}${path.replace(/\{\w+\}/, '*')}`);
const isOperators = ({ access }: Operation) => access.kind === 'operator';
const OPERATOR_ROUTES = routesOf(OPERATIONS.filter(isOperators)).sort();

const operators = { addressRanges: ['192.0.2.0/24'], accounts: ['444455556666'] };
const { template } = anApi({ stage: { ...prod, api: { ...prod.api, operators } } });
const [api] = Object.values(template.findResources('AWS::ApiGateway::RestApi'));
const [anyone, accounts, ...denials] = api?.Properties.Policy.Statement ?? [];

test("allows anyone every route except the operators'", () => {
  expect(anyone).toMatchObject({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'execute-api:Invoke' });
  expect(anyone.Resource.toSorted()).toEqual(
    ['execute-api:/v1/OPTIONS/*', ...routesOf(OPERATIONS.filter((operation) => !isOperators(operation)))].sort(),
  );
});

test("allows accounts the operators' routes, so that a principal still needs a permission of its own", () => {
  expect(accounts).toMatchObject({ Effect: 'Allow', Action: 'execute-api:Invoke' });
  expect(JSON.stringify(accounts.Principal)).toMatch(/111122223333:root.*444455556666:root/);
  expect(accounts.Resource.toSorted()).toEqual(OPERATOR_ROUTES);
});

test("denies only the operators' routes to callers from other addresses", () => {
  expect(denials[0]).toMatchObject({
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Condition: { NotIpAddress: { 'aws:SourceIp': ['192.0.2.0/24'] } },
  });
  expect(denials[0].Resource.toSorted()).toEqual(OPERATOR_ROUTES);
});

test("denies only the operators' routes to other accounts", () => {
  expect(denials[1]).toMatchObject({
    Effect: 'Deny',
    Condition: { StringNotEquals: { 'aws:PrincipalAccount': ['111122223333', '444455556666'] } },
  });
  expect(denials[1].Resource.toSorted()).toEqual(OPERATOR_ROUTES);
});
