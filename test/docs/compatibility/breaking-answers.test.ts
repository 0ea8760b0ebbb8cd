import { breaksOf, type Change, released } from './changed-document.ts';

// A description, the change, and the expected messages.
const BREAKS: [string, Change, ...string[]][] = [
  [
    'a response field is removed',
    ({ components: { schemas } }) => delete schemas.Order.properties.total,
    'Order.total is gone',
  ],
  [
    'a response field becomes optional',
    ({ components: { schemas } }) => schemas.Order.required.shift(),
    'Order.orderId may be missing',
  ],
  [
    'a response field changes its type',
    ({ components: { schemas } }) => {
      schemas.Order.properties.total = { type: 'string' };
    },
    'Order.total: string where integer is expected',
    'Order.total: minimum none where 0 is expected',
  ],
  [
    'a response text can be longer',
    ({ components: { schemas } }) => {
      schemas.Order.properties.currency.maxLength = 5;
    },
    'Order.currency: maxLength 5 where 3 is expected',
  ],
  [
    // Clients branch on it: they cannot handle a thirteenth status.
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
    'GET /products/{sku}, 200, header ETag is gone',
  ],
  [
    'a response header becomes optional',
    ({ components: { responses } }) => {
      responses.TooManyRequests.headers['Retry-After'].required = false;
    },
    ...Object.entries<Record<string, { responses: Record<string, unknown> }>>(released.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}, 429, header Retry-After may be missing`),
    ),
  ],
  [
    'another scope is required',
    ({ paths }) => {
      paths['/orders'].get.security = [{ customer: ['orders/admin'] }];
    },
    'GET /orders: customer orders/read is no longer enough: customer orders/admin',
  ],
  [
    'a second credential is required',
    ({ paths }) => {
      paths['/products'].get.security = [{ apiKey: [], partner: [] }];
    },
    'GET /products: apiKey is no longer enough: apiKey and partner',
  ],
  [
    'a public operation requires a credential',
    ({ paths }) => {
      paths['/health'].get.security = [{ apiKey: [] }];
    },
    'GET /health: nothing is no longer enough: apiKey',
  ],
  [
    'a credential is sent in another way',
    ({ components: { securitySchemes } }) => {
      securitySchemes.partner.scheme = 'basic';
    },
    'POST /partner/orders: partner is sent otherwise',
  ],
  [
    'a schema has a keyword that the comparison does not support',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.not = {};
    },
    'OrderRequest: not cannot be compared here: teach the comparison its meaning',
  ],
];

test.each(BREAKS)('reports that %s', (_description, change, ...messages) => {
  expect(breaksOf(change)).toEqual(messages);
});
