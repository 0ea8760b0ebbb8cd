import { Template } from 'aws-cdk-lib/assertions';
import { orderRequest } from '../../lambda/orders/domain/order.ts';
import { OPERATIONS } from '../../lib/api/operations/index.ts';
import { anApi } from './an-api.ts';

const { template, methods, stack } = anApi();

function modelOf(name: string) {
  const [model] = Object.values(template.findResources('AWS::ApiGateway::Model', { Properties: { Name: name } }));
  return model?.Properties.Schema;
}

const validatorOf = (id: string) =>
  Template.fromStack(stack).toJSON().Resources[methods[id].RequestValidatorId.Ref].Properties;

const WITH_MODEL = OPERATIONS.flatMap(({ id, body }) => (body && 'schema' in body ? [[id, body.name]] : []));

test.each(WITH_MODEL)(
  'API Gateway validates the parameters of %s and its body by the model %s',
  (id = '', model = '') => {
    expect(methods[id].RequestModels).toEqual({ 'application/json': { Ref: expect.stringContaining(model) } });
    expect(validatorOf(id)).toMatchObject({ ValidateRequestBody: true, ValidateRequestParameters: true });
  },
);

test.each(OPERATIONS.map(({ id }) => id))('API Gateway validates the parameters of %s', (id) => {
  expect(validatorOf(id)).toMatchObject({ ValidateRequestParameters: true });
});

test.each([
  ['placeOrder', 'Idempotency-Key'],
  ['placePartnerOrder', 'Idempotency-Key'],
  ['patchProduct', 'If-Match'],
])('API Gateway refuses %s without the header %s', (id, header) => {
  expect(methods[id].RequestParameters).toMatchObject({ [`method.request.header.${header}`]: true });
});

test('the cursor and limit of a list are optional parameters', () => {
  expect(methods.listOrders.RequestParameters).toEqual({
    'method.request.querystring.limit': false,
    'method.request.querystring.cursor': false,
  });
});

test('the model of an order checks for unknown and missing fields, and leaves values to the function', () => {
  expect(modelOf('OrderRequest')).toEqual({
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    required: ['lines', 'paymentToken'],
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(Object.keys(orderRequest.shape).map((field) => [field, {}])),
      lines: {
        items: { required: ['sku', 'quantity'], additionalProperties: false, properties: { sku: {}, quantity: {} } },
      },
    },
  });
});

test('the model of events, which no function checks, is the whole schema', () => {
  const { properties } = modelOf('ShopEvents');
  expect(properties.events).toMatchObject({ type: 'array', minItems: 1, maxItems: 100 });
  expect(properties.events.items).toMatchObject({ additionalProperties: false });
  expect(properties.events.items.properties.sessionId).toMatchObject({ type: 'string', pattern: expect.any(String) });
});
