import { openApiDocument } from '../openapi-document.ts';
import { breakingChanges } from './breaking-changes.ts';
import type { Document } from './document.ts';

const released = JSON.parse(JSON.stringify(openApiDocument()));

// biome-ignore lint/suspicious/noExplicitAny: a document is broken in places its type protects
type Change = (document: any) => void;

function breaksOf(change: Change): string[] {
  const today = structuredClone(released);
  change(today);
  return breakingChanges(released as Document, today as Document);
}

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
  [
    'a field of an answer is gone',
    ({ components: { schemas } }) => delete schemas.Order.properties.total,
    'Order.total is gone',
  ],
  [
    'a field of an answer may be missing',
    ({ components: { schemas } }) => schemas.Order.required.shift(),
    'Order.orderId may be missing',
  ],
  [
    'a value of an answer has another type',
    ({ components: { schemas } }) => {
      schemas.Order.properties.total = { type: 'string' };
    },
    'Order.total: string where integer is expected',
    'Order.total: minimum none where 0 is expected',
  ],
  [
    'a text of an answer may be longer',
    ({ components: { schemas } }) => {
      schemas.Order.properties.currency.maxLength = 5;
    },
    'Order.currency: maxLength 5 where 3 is expected',
  ],
  [
    // Clients branch by it: one that knows twelve statuses has nothing to do for the thirteenth.
    'a value of an answer is new',
    ({ components: { schemas } }) => schemas.OrderStatus.enum.push('LOST'),
    'OrderStatus: "LOST" is not expected',
  ],
  [
    'an alternative of an answer is new',
    ({ components: { schemas } }) => schemas.Problem.properties.errors.anyOf.push({ type: 'null' }),
    'Problem.errors: {"type":"null"} is not expected',
  ],
  [
    'a header of an answer is gone',
    ({ paths }) => delete paths['/products/{sku}'].get.responses[200].headers,
    'GET /products/{sku}, 200, header ETag is gone',
  ],
  [
    'a header of an answer may be missing',
    ({ components: { responses } }) => {
      responses.TooManyRequests.headers['Retry-After'].required = false;
    },
    ...Object.entries<Record<string, { responses: Record<string, unknown> }>>(released.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}, 429, header Retry-After may be missing`),
    ),
  ],
  [
    'another scope is needed',
    ({ paths }) => {
      paths['/orders'].get.security = [{ customer: ['orders/admin'] }];
    },
    'GET /orders: customer orders/read is no longer enough: customer orders/admin',
  ],
  [
    'a second proof is needed',
    ({ paths }) => {
      paths['/products'].get.security = [{ apiKey: [], partner: [] }];
    },
    'GET /products: apiKey is no longer enough: apiKey and partner',
  ],
  [
    'anyone could, and no longer may',
    ({ paths }) => {
      paths['/health'].get.security = [{ apiKey: [] }];
    },
    'GET /health: nothing is no longer enough: apiKey',
  ],
  [
    'a proof is sent in another header',
    ({ components: { securitySchemes } }) => {
      securitySchemes.partner.scheme = 'basic';
    },
    'POST /partner/orders: partner is sent otherwise',
  ],
  [
    'a schema says something the comparison does not understand',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.not = {};
    },
    'OrderRequest: not cannot be compared here: teach the comparison its meaning',
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

const HARMLESS: [string, Change][] = [
  ['nothing changes', () => {}],
  [
    'there is another operation',
    ({ paths }) => {
      paths['/returns'] = { get: paths['/orders'].get };
    },
  ],
  [
    'a field of a request is new and optional',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.gift = { type: 'string' };
    },
  ],
  ['a field of a request may be left out', ({ components: { schemas } }) => schemas.ProductRequest.required.pop()],
  [
    'a list of a request may have more elements',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.maxItems = 100;
    },
  ],
  [
    'a choice of a request is new',
    ({ components: { schemas } }) => schemas.ShopEvent.properties.type.enum.push('CART_LEFT'),
  ],
  [
    'a parameter is new and optional',
    ({ paths }) => paths['/orders'].get.parameters.push({ in: 'query', name: 'since', schema: { type: 'string' } }),
  ],
  [
    'a field of an answer is new',
    ({ components: { schemas } }) => {
      schemas.Order.properties.gift = { type: 'string' };
      schemas.Order.required.push('gift');
    },
  ],
  ['a value of an answer does not come any more', ({ components: { schemas } }) => schemas.OrderStatus.enum.pop()],
  [
    'a problem is new',
    ({ paths }) => {
      paths['/orders'].post.responses[409] = { $ref: '#/components/responses/Conflict' };
    },
  ],
  ['a problem does not come any more', ({ paths }) => delete paths['/orders'].post.responses[422]],
  [
    'less is asked of callers',
    ({ paths }) => {
      paths['/products'].get.security = [];
    },
  ],
  [
    'there is another way to prove who calls',
    ({ paths }) => paths['/products'].get.security.push({ customer: ['orders/read'] }),
  ],
  [
    'a schema is written in the place where it is used, in other words',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.items = { ...schemas.OrderedLine, description: 'What is ordered.' };
    },
  ],
];

test.each(HARMLESS)('it breaks no client that %s', (_what, change) => {
  expect(breaksOf(change)).toEqual([]);
});
