import { Match } from 'aws-cdk-lib/assertions';
import { prod } from '../../lib/stages/prod.ts';
import { templatesOf } from '../platform/stage-template.ts';

const template = templatesOf(prod)('api');

interface Method {
  readonly HttpMethod: string;
  readonly AuthorizationType: string;
  readonly OperationName: string;
  readonly ResourceId: { Ref: string };
  readonly Integration: { Type: string };
}

const methods = Object.values(template.findResources('AWS::ApiGateway::Method')).map(
  (resource) => resource.Properties as Method,
);

test('offers to place, read, refund, cancel and approve orders, each only to requests signed with AWS credentials', () => {
  expect(methods.map((method) => [method.OperationName, method.HttpMethod, method.AuthorizationType])).toEqual([
    ['getOrder', 'GET', 'AWS_IAM'],
    ['requestRefund', 'POST', 'AWS_IAM'],
    ['requestCancellation', 'POST', 'AWS_IAM'],
    ['decideApproval', 'POST', 'AWS_IAM'],
    ['placeOrder', 'POST', 'AWS_IAM'],
    ['listApprovals', 'GET', 'AWS_IAM'],
  ]);
});

test('hands requests to functions as they are', () => {
  expect(methods.every((method) => method.Integration.Type === 'AWS_PROXY')).toBe(true);
});

test('serves one region, and describes itself', () => {
  template.hasResourceProperties('AWS::ApiGateway::RestApi', {
    EndpointConfiguration: { Types: ['REGIONAL'] },
    Description: Match.stringLikeRegexp('prod'),
  });
});

test('throttles, logs, measures and traces every request', () => {
  template.hasResourceProperties('AWS::ApiGateway::Stage', {
    StageName: 'v1',
    AccessLogSetting: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp('context.identity.caller') },
    MethodSettings: [
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        ThrottlingRateLimit: 1_000,
        ThrottlingBurstLimit: 2_000,
        LoggingLevel: 'ERROR',
        DataTraceEnabled: false,
        MetricsEnabled: true,
      },
    ],
    TracingEnabled: true,
  });
});

test('refuses an order without an idempotency key, or with a body its model does not know', () => {
  template.hasResourceProperties('AWS::ApiGateway::Method', {
    OperationName: 'placeOrder',
    RequestParameters: { 'method.request.header.Idempotency-Key': true },
    RequestModels: { 'application/json': { Ref: Match.stringLikeRegexp('OrderRequest') } },
    RequestValidatorId: { Ref: Match.stringLikeRegexp('Validator') },
  });
  template.hasResourceProperties('AWS::ApiGateway::RequestValidator', {
    ValidateRequestBody: true,
    ValidateRequestParameters: true,
  });
});

test('refuses an order for a field its schema does not know or misses, and leaves values to the handler', () => {
  const [model] = Object.values(
    template.findResources('AWS::ApiGateway::Model', { Properties: { Name: 'OrderRequest' } }),
  );
  expect(model?.Properties.Schema).toEqual({
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    required: ['lines', 'paymentToken'],
    additionalProperties: false,
    properties: {
      paymentToken: {},
      shipNotBefore: {},
      lines: {
        items: { required: ['sku', 'quantity'], additionalProperties: false, properties: { sku: {}, quantity: {} } },
      },
    },
  });
});

test.each([
  ['DEFAULT_4XX', undefined],
  ['DEFAULT_5XX', undefined],
  ['BAD_REQUEST_BODY', 'a body'],
  ['BAD_REQUEST_PARAMETERS', 'a header'],
])("answers %s with a problem document, like the handlers'", (type, validated) => {
  const [response] = Object.values(
    template.findResources('AWS::ApiGateway::GatewayResponse', { Properties: { ResponseType: type } }),
  );
  const { ResponseParameters, ResponseTemplates } = response?.Properties ?? {};
  expect(ResponseParameters).toEqual({ 'gatewayresponse.header.Content-Type': "'application/problem+json'" });

  const rendered = ResponseTemplates['application/json']
    .replace('$context.error.messageString', '"Wrong."')
    .replace('$context.error.responseType', type)
    .replace('$context.error.validationErrorString', 'lines is missing')
    .replace('$context.requestId', 'r-1');
  expect(JSON.parse(rendered)).toEqual({
    type: 'about:blank',
    title: type,
    detail: 'Wrong.',
    ...(validated && { errors: 'lines is missing' }),
    requestId: 'r-1',
  });
});

test('lets the function that accepts orders write orders and keys, and read prices', () => {
  const [, policy] =
    Object.entries(template.findResources('AWS::IAM::Policy')).find(([id]) => id.startsWith('PlaceOrder')) ?? [];
  const statements: { Action: string | string[]; Resource: unknown }[] = policy?.Properties.PolicyDocument.Statement;
  const onTables = statements.filter((statement) => JSON.stringify(statement.Action).includes('dynamodb:'));
  expect(onTables.map((statement) => [statement.Action, JSON.stringify(statement.Resource)])).toEqual([
    ['dynamodb:PutItem', expect.stringContaining('Orders')],
    ['dynamodb:BatchGetItem', expect.stringContaining('Products')],
    [['dynamodb:GetItem', 'dynamodb:PutItem'], expect.stringContaining('IdempotencyKeys')],
  ]);
});
