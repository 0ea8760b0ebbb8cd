import { breaksOf, type Change, released } from './changed-document.ts';

// What is changed, how, and what is said of it.
const BREAKS: [string, Change, ...string[]][] = [
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
