import { Tags } from 'aws-cdk-lib';
import type * as apigateway from 'aws-cdk-lib/aws-apigateway';
import { z } from 'zod';
import type { Operation } from '../../lib/api/operations/operation.ts';
import { orderOperations } from '../../lib/api/operations/order-operations.ts';
import { prod } from '../../lib/stages/prod.ts';
import type { StageConfig } from '../../lib/stages/stage-config.ts';
import { type ApiVariant, anApi } from './an-api.ts';

const { placeOrder, placePartnerOrder } = orderOperations;

/** The id of the deployment of the API's stage. */
function deploymentOf(variant: ApiVariant = {}): string {
  const { template } = anApi({ operations: [placeOrder, placePartnerOrder], ...variant });
  const [stage] = Object.values(template.findResources('AWS::ApiGateway::Stage'));
  const { Ref } = stage?.Properties.DeploymentId ?? {};
  expect(Object.keys(template.findResources('AWS::ApiGateway::Deployment'))).toEqual([Ref]);
  return Ref;
}

let unchanged: string;
beforeAll(() => {
  unchanged = deploymentOf();
});

const withApi = (api: Partial<StageConfig['api']>): StageConfig => ({ ...prod, api: { ...prod.api, ...api } });
const operators = { addressRanges: ['198.51.100.0/24'], accounts: [] };
const other: Operation = { ...placeOrder, access: { kind: 'customer', scope: 'orders/admin' } };
const body = { name: 'OrderRequest', description: 'The order to place.', schema: z.strictObject({ wish: z.string() }) };

test.each<[string, ApiVariant]>([
  [
    'a method is added',
    { operations: [placeOrder, placePartnerOrder, { ...placeOrder, id: 'other', path: '/others' }] },
  ],
  ["a method's scope changes", { operations: [other, placePartnerOrder] }],
  ['a model changes', { operations: [{ ...placeOrder, body }, placePartnerOrder] }],
  [
    'an authorizer changes',
    {
      change: (stack) => {
        const authorizer = stack.node.findChild('Customers').node.defaultChild as apigateway.CfnAuthorizer;
        authorizer.authorizerResultTtlInSeconds = 17;
      },
    },
  ],
  [
    'a gateway response changes',
    {
      change: (_, { restApi }) => {
        const response = restApi.node.findChild('THROTTLED').node.defaultChild as apigateway.CfnGatewayResponse;
        response.statusCode = '503';
      },
    },
  ],
  [
    'a request validator changes',
    {
      change: (_, { restApi }) => {
        const validator = restApi.node.findChild('Parameters').node.defaultChild as apigateway.CfnRequestValidator;
        validator.validateRequestParameters = false;
      },
    },
  ],
  [
    'the binary media types change',
    {
      change: (_, { restApi }) => {
        (restApi.node.defaultChild as apigateway.CfnRestApi).binaryMediaTypes = ['*/*'];
      },
    },
  ],
  ['the resource policy changes', { stage: withApi({ operators }) }],
])('the API has a new deployment if %s', (_, variant) => {
  expect(deploymentOf(variant)).not.toBe(unchanged);
});

test.each<[string, ApiVariant]>([
  ['nothing changes', {}],
  ['the rate of requests changes', { stage: { ...prod, throttle: { requestsPerSecond: 3, burst: 4 } } }],
  ['the cache is removed', { stage: withApi({ cache: undefined }) }],
  ['a tag changes', { change: (stack) => Tags.of(stack).add('owner', 'somebody-else') }],
  [
    "the API's description changes",
    {
      change: (_, { restApi }) => {
        (restApi.node.defaultChild as apigateway.CfnRestApi).description = 'Another one.';
      },
    },
  ],
])('the API has no new deployment if %s', (_, variant) => {
  expect(deploymentOf(variant)).toBe(unchanged);
});

test('a deployment depends on every resource that it holds', () => {
  const { template } = anApi({ operations: [placeOrder, placePartnerOrder] });
  const [deployment] = Object.values(template.findResources('AWS::ApiGateway::Deployment'));
  const shown = ['AWS::ApiGateway::Method', 'AWS::ApiGateway::GatewayResponse'].flatMap((type) =>
    Object.keys(template.findResources(type)),
  );
  expect(deployment?.DependsOn).toEqual(expect.arrayContaining(shown));
});
