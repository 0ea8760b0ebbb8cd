import { breakingChanges } from '../../../docs/generator/compatibility/breaking-changes.ts';
import { breaksOf, type Change, released } from './changed-document.ts';

// A description, the change, and the expected messages.
const BREAKS: [string, Change, ...string[]][] = [
  [
    'the API has another address',
    ({ servers }) => {
      servers[0].url = 'https://api.example.com/v2';
    },
    `${released.servers[0].url} was removed`,
  ],
  ['an operation is removed', ({ paths }) => delete paths['/approvals'], 'GET /approvals was removed'],
  [
    'an operation id changes',
    ({ paths }) => {
      paths['/orders'].post.operationId = 'createOrder';
    },
    'POST /orders has the operation id createOrder',
  ],
  [
    'a success status is replaced by another',
    ({ paths }) => {
      const { responses } = paths['/orders'].post;
      responses[200] = responses[202];
      delete responses[202];
    },
    'POST /orders, 202 was removed',
    'POST /orders, 200 is new',
  ],
  [
    'a response has another media type',
    ({ paths }) => {
      const answer = paths['/orders/{orderId}/invoice'].get.responses[200];
      answer.content = { 'application/zip': {} };
    },
    'GET /orders/{orderId}/invoice, 200, application/pdf was removed',
  ],
  [
    'a media type of a request body is removed',
    ({ paths }) => delete paths['/products/{sku}/image'].put.requestBody.content['image/webp'],
    'PUT /products/{sku}/image, body, image/webp was removed',
  ],
  [
    'a request body becomes required',
    ({ paths }) => {
      const content = { 'application/json': { schema: { type: 'object' } } };
      paths['/orders/{orderId}/refund'].post.requestBody = { required: true, content };
    },
    'POST /orders/{orderId}/refund, body is required',
  ],
  [
    'a request body is removed',
    ({ paths }) => delete paths['/orders/{orderId}/approval'].post.requestBody,
    'POST /orders/{orderId}/approval, body was removed',
  ],
  [
    'a new request field is required',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.gift = { type: 'string' };
      schemas.OrderRequest.required.push('gift');
    },
    'OrderRequest.gift is required',
  ],
  [
    'an optional request field becomes required',
    ({ components: { schemas } }) => schemas.OrderRequest.required.push('shipNotBefore'),
    'OrderRequest.shipNotBefore is required',
  ],
  [
    'a request field is removed',
    ({ components: { schemas } }) => delete schemas.OrderRequest.properties.shipNotBefore,
    'OrderRequest.shipNotBefore was removed',
  ],
  [
    'a request list allows fewer elements',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.maxItems = 10;
    },
    'OrderRequest.lines: maxItems 50, expected 10',
  ],
  [
    'a request number has a stricter limit',
    ({ components: { schemas } }) => {
      schemas.OrderedLine.properties.quantity.minimum = 2;
    },
    'OrderedLine.quantity: minimum 1, expected 2',
  ],
  [
    'a request text has another pattern',
    ({ components: { schemas } }) => {
      schemas.ProductRequest.properties.currency.pattern = '^EUR$';
    },
    'ProductRequest.currency: pattern ^[A-Z]{3}$, expected ^EUR$',
  ],
  [
    'a request field changes its type',
    ({ components: { schemas } }) => {
      schemas.OrderedLine.properties.quantity = { type: 'string' };
    },
    'OrderedLine.quantity: type integer, expected string',
  ],
  [
    'a value of a request field is removed',
    ({ components: { schemas } }) => schemas.ShopEvent.properties.type.enum.shift(),
    'ShopEvent.type: "PAGE_VIEWED" is not expected',
  ],
  [
    'a request field allows fewer values',
    ({ components: { schemas } }) => {
      schemas.ProductRequest.properties.warehouse.enum = ['north'];
    },
    'ProductRequest.warehouse: any value, expected "north"',
  ],
  [
    'a new header is required',
    ({ paths }) =>
      paths['/orders'].get.parameters.push({
        in: 'header',
        name: 'X-Shop',
        required: true,
        schema: { type: 'string' },
      }),
    'GET /orders, header X-Shop is required',
  ],
  [
    'an optional parameter becomes required',
    ({ paths }) => {
      paths['/orders'].get.parameters[0].required = true;
    },
    'GET /orders, query limit is required',
  ],
  [
    'a parameter is removed',
    ({ paths }) => paths['/orders'].get.parameters.pop(),
    'GET /orders, query cursor was removed',
  ],
  [
    'a parameter has a stricter limit',
    ({ paths }) => {
      paths['/orders'].get.parameters[0].schema.maximum = 50;
    },
    'GET /orders, query limit: maximum 100, expected 50',
  ],
];

test.each(BREAKS)('reports that %s', (_description, change, ...messages) => {
  expect(breaksOf(change)).toEqual(messages);
});

test('reports that a request body refuses unknown fields, which were ignored before', () => {
  const open = structuredClone(released);
  delete open.components.schemas.OrderRequest.additionalProperties;
  expect(breakingChanges(open, released)).toEqual(['OrderRequest refuses unknown fields']);
});
