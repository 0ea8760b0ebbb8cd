import { breakingChanges } from '../../../docs/generator/compatibility/breaking-changes.ts';
import { breaksOf, type Change, released } from './changed-document.ts';

// A description, the change, and the expected messages.
const BREAKS: [string, Change, ...string[]][] = [
  [
    'the API has another address',
    ({ servers }) => {
      servers[0].url = 'https://api.example.com/v2';
    },
    `${released.servers[0].url} is gone`,
  ],
  ['an operation is removed', ({ paths }) => delete paths['/approvals'], 'GET /approvals is gone'],
  [
    'an operation id changes',
    ({ paths }) => {
      paths['/orders'].post.operationId = 'createOrder';
    },
    'POST /orders is called createOrder in clients',
  ],
  [
    'a success status is replaced by another',
    ({ paths }) => {
      const { responses } = paths['/orders'].post;
      responses[200] = responses[202];
      delete responses[202];
    },
    'POST /orders, 202 is gone',
    'POST /orders, 200 is new',
  ],
  [
    'a response has another media type',
    ({ paths }) => {
      const answer = paths['/orders/{orderId}/invoice'].get.responses[200];
      answer.content = { 'application/zip': {} };
    },
    'GET /orders/{orderId}/invoice, 200, application/pdf is gone',
  ],
  [
    'a media type of a request body is removed',
    ({ paths }) => delete paths['/products/{sku}/image'].put.requestBody.content['image/webp'],
    'PUT /products/{sku}/image, body, image/webp is gone',
  ],
  [
    'a request body becomes required',
    ({ paths }) => {
      const content = { 'application/json': { schema: { type: 'object' } } };
      paths['/orders/{orderId}/refund'].post.requestBody = { required: true, content };
    },
    'POST /orders/{orderId}/refund, body must be sent',
  ],
  [
    'a request body is removed',
    ({ paths }) => delete paths['/orders/{orderId}/approval'].post.requestBody,
    'POST /orders/{orderId}/approval, body is gone',
  ],
  [
    'a new request field is required',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.gift = { type: 'string' };
      schemas.OrderRequest.required.push('gift');
    },
    'OrderRequest.gift must be sent',
  ],
  [
    'an optional request field becomes required',
    ({ components: { schemas } }) => schemas.OrderRequest.required.push('shipNotBefore'),
    'OrderRequest.shipNotBefore must be sent',
  ],
  [
    'a request field is removed',
    ({ components: { schemas } }) => delete schemas.OrderRequest.properties.shipNotBefore,
    'OrderRequest.shipNotBefore is gone',
  ],
  [
    'a request list allows fewer elements',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.maxItems = 10;
    },
    'OrderRequest.lines: maxItems 50 where 10 is expected',
  ],
  [
    'a request number has a stricter limit',
    ({ components: { schemas } }) => {
      schemas.OrderedLine.properties.quantity.minimum = 2;
    },
    'OrderedLine.quantity: minimum 1 where 2 is expected',
  ],
  [
    'a request text has another pattern',
    ({ components: { schemas } }) => {
      schemas.ProductRequest.properties.currency.pattern = '^EUR$';
    },
    'ProductRequest.currency: pattern ^[A-Z]{3}$ where ^EUR$ is expected',
  ],
  [
    'a request field changes its type',
    ({ components: { schemas } }) => {
      schemas.OrderedLine.properties.quantity = { type: 'string' };
    },
    'OrderedLine.quantity: integer where string is expected',
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
    'ProductRequest.warehouse: any value where "north" is expected',
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
    'GET /orders, header X-Shop must be sent',
  ],
  [
    'an optional parameter becomes required',
    ({ paths }) => {
      paths['/orders'].get.parameters[0].required = true;
    },
    'GET /orders, query limit must be sent',
  ],
  ['a parameter is removed', ({ paths }) => paths['/orders'].get.parameters.pop(), 'GET /orders, query cursor is gone'],
  [
    'a parameter has a stricter limit',
    ({ paths }) => {
      paths['/orders'].get.parameters[0].schema.maximum = 50;
    },
    'GET /orders, query limit: maximum 100 where 50 is expected',
  ],
];

test.each(BREAKS)('reports that %s', (_description, change, ...messages) => {
  expect(breaksOf(change)).toEqual(messages);
});

test('reports that a request body refuses unknown fields, which were ignored before', () => {
  const open = structuredClone(released);
  delete open.components.schemas.OrderRequest.additionalProperties;
  expect(breakingChanges(open, released)).toEqual(['OrderRequest takes no other fields']);
});
