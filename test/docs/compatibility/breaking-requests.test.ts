import { breakingChanges } from '../../../docs/generator/compatibility/breaking-changes.ts';
import { breaksOf, type Change, released } from './changed-document.ts';

// What is changed, how, and what is said of it.
const BREAKS: [string, Change, ...string[]][] = [
  [
    'the API is elsewhere',
    ({ servers }) => {
      servers[0].url = 'https://api.example.com/v2';
    },
    `${released.servers[0].url} is gone`,
  ],
  ['an operation is gone', ({ paths }) => delete paths['/approvals'], 'GET /approvals is gone'],
  [
    'a function of clients is called otherwise',
    ({ paths }) => {
      paths['/orders'].post.operationId = 'createOrder';
    },
    'POST /orders is called createOrder in clients',
  ],
  [
    'a status of success is gone, and another there instead',
    ({ paths }) => {
      const { responses } = paths['/orders'].post;
      responses[200] = responses[202];
      delete responses[202];
    },
    'POST /orders, 202 is gone',
    'POST /orders, 200 is new',
  ],
  [
    'an answer has another media type',
    ({ paths }) => {
      const answer = paths['/orders/{orderId}/invoice'].get.responses[200];
      answer.content = { 'application/zip': {} };
    },
    'GET /orders/{orderId}/invoice, 200, application/pdf is gone',
  ],
  [
    'a media type of a body is refused',
    ({ paths }) => delete paths['/products/{sku}/image'].put.requestBody.content['image/webp'],
    'PUT /products/{sku}/image, body, image/webp is gone',
  ],
  [
    'a body must be sent where none was',
    ({ paths }) => {
      const content = { 'application/json': { schema: { type: 'object' } } };
      paths['/orders/{orderId}/refund'].post.requestBody = { required: true, content };
    },
    'POST /orders/{orderId}/refund, body must be sent',
  ],
  [
    'a body is no longer taken',
    ({ paths }) => delete paths['/orders/{orderId}/approval'].post.requestBody,
    'POST /orders/{orderId}/approval, body is gone',
  ],
  [
    'a field of a request is new and must be sent',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.gift = { type: 'string' };
      schemas.OrderRequest.required.push('gift');
    },
    'OrderRequest.gift must be sent',
  ],
  [
    'a field of a request must be sent that was optional',
    ({ components: { schemas } }) => schemas.OrderRequest.required.push('shipNotBefore'),
    'OrderRequest.shipNotBefore must be sent',
  ],
  [
    'a field of a request is gone',
    ({ components: { schemas } }) => delete schemas.OrderRequest.properties.shipNotBefore,
    'OrderRequest.shipNotBefore is gone',
  ],
  [
    'a list of a request may have fewer elements',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.maxItems = 10;
    },
    'OrderRequest.lines: maxItems 50 where 10 is expected',
  ],
  [
    'a number of a request has a new limit',
    ({ components: { schemas } }) => {
      schemas.OrderedLine.properties.quantity.minimum = 2;
    },
    'OrderedLine.quantity: minimum 1 where 2 is expected',
  ],
  [
    'a text of a request must look otherwise',
    ({ components: { schemas } }) => {
      schemas.ProductRequest.properties.currency.pattern = '^EUR$';
    },
    'ProductRequest.currency: pattern ^[A-Z]{3}$ where ^EUR$ is expected',
  ],
  [
    'a value of a request has another type',
    ({ components: { schemas } }) => {
      schemas.OrderedLine.properties.quantity = { type: 'string' };
    },
    'OrderedLine.quantity: integer where string is expected',
  ],
  [
    'a choice of a request is gone',
    ({ components: { schemas } }) => schemas.ShopEvent.properties.type.enum.shift(),
    'ShopEvent.type: "PAGE_VIEWED" is not expected',
  ],
  [
    'only some values of a request are taken',
    ({ components: { schemas } }) => {
      schemas.ProductRequest.properties.warehouse.enum = ['north'];
    },
    'ProductRequest.warehouse: any value where "north" is expected',
  ],
  [
    'a header must be sent',
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
    'a parameter must be sent that was optional',
    ({ paths }) => {
      paths['/orders'].get.parameters[0].required = true;
    },
    'GET /orders, query limit must be sent',
  ],
  ['a parameter is gone', ({ paths }) => paths['/orders'].get.parameters.pop(), 'GET /orders, query cursor is gone'],
  [
    'a parameter may be less',
    ({ paths }) => {
      paths['/orders'].get.parameters[0].schema.maximum = 50;
    },
    'GET /orders, query limit: maximum 100 where 50 is expected',
  ],
];

test.each(BREAKS)('it breaks clients that %s', (_what, change, ...said) => {
  expect(breaksOf(change)).toEqual(said);
});

test('it breaks clients that a body takes no other fields any more, which had been ignored', () => {
  const open = structuredClone(released);
  delete open.components.schemas.OrderRequest.additionalProperties;
  expect(breakingChanges(open, released)).toEqual(['OrderRequest takes no other fields']);
});
