import { breaksOf, type Change, released } from './changed-document.ts';

// A description, the change, and the expected messages.
const BREAKS: [string, Change, ...string[]][] = [
  [
    'a response field is removed',
    ({ components: { schemas } }) => delete schemas.Order.properties.total,
    'Order.total was removed',
  ],
  [
    'a response field becomes optional',
    ({ components: { schemas } }) => schemas.Order.required.shift(),
    'Order.orderId is optional',
  ],
  [
    'a response field changes its type',
    ({ components: { schemas } }) => {
      schemas.Order.properties.total = { type: 'string' };
    },
    'Order.total: type string, expected integer',
    'Order.total: minimum none, expected 0',
  ],
  [
    'a response text can be longer',
    ({ components: { schemas } }) => {
      schemas.Order.properties.currency.maxLength = 5;
    },
    'Order.currency: maxLength 5, expected 3',
  ],
  [
    // Clients branch on it: they cannot handle another status.
    'a response field has a new value',
    ({ components: { schemas } }) => schemas.OrderStatus.enum.push('LOST'),
    'OrderStatus: "LOST" is not expected',
  ],
  [
    'a response field has a new alternative',
    ({ components: { schemas } }) => schemas.Problem.properties.errors.anyOf.push({ type: 'null' }),
    'Problem.errors: {"type":"null"} is not expected',
  ],
  [
    'a response header is removed',
    ({ paths }) => delete paths['/products/{sku}'].get.responses[200].headers,
    'GET /products/{sku}, 200, header ETag was removed',
  ],
  [
    'a response header becomes optional',
    ({ components: { responses } }) => {
      responses.TooManyRequests.headers['Retry-After'].required = false;
    },
    ...Object.entries<Record<string, { responses: Record<string, unknown> }>>(released.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}, 429, header Retry-After is optional`),
    ),
  ],
  [
    'another scope is required',
    ({ paths }) => {
      paths['/orders'].get.security = [{ customer: ['orders/admin'] }];
    },
    'GET /orders: customer orders/read is not sufficient, expected customer orders/admin',
  ],
  [
    'a second credential is required',
    ({ paths }) => {
      paths['/products'].get.security = [{ apiKey: [], partner: [] }];
    },
    'GET /products: apiKey is not sufficient, expected apiKey and partner',
  ],
  [
    'a public operation requires a credential',
    ({ paths }) => {
      paths['/health'].get.security = [{ apiKey: [] }];
    },
    'GET /health: nothing is not sufficient, expected apiKey',
  ],
  [
    'a credential is sent in another way',
    ({ components: { securitySchemes } }) => {
      securitySchemes.partner.scheme = 'basic';
    },
    'POST /partner/orders: partner is sent in another way',
  ],
  [
    'a schema has a keyword that the comparison does not support',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.not = {};
    },
    'OrderRequest: not is not supported by the comparison: add it there',
  ],
];

test.each(BREAKS)('reports that %s', (_description, change, ...messages) => {
  expect(breaksOf(change)).toEqual(messages);
});
