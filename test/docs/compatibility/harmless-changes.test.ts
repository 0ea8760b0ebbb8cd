import { breaksOf, type Change } from './changed-document.ts';

const HARMLESS: [string, Change][] = [
  ['nothing changes', () => {}],
  [
    'an operation is new',
    ({ paths }) => {
      paths['/returns'] = { get: paths['/orders'].get };
    },
  ],
  [
    'a new request field is optional',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.gift = { type: 'string' };
    },
  ],
  ['a request field becomes optional', ({ components: { schemas } }) => schemas.ProductRequest.required.pop()],
  [
    'a request list allows more elements',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.maxItems = 100;
    },
  ],
  [
    'a request field allows another value',
    ({ components: { schemas } }) => schemas.ShopEvent.properties.type.enum.push('CART_LEFT'),
  ],
  [
    'a new parameter is optional',
    ({ paths }) => paths['/orders'].get.parameters.push({ in: 'query', name: 'since', schema: { type: 'string' } }),
  ],
  [
    'a response field is new',
    ({ components: { schemas } }) => {
      schemas.Order.properties.gift = { type: 'string' };
      schemas.Order.required.push('gift');
    },
  ],
  ['a value of a response field is removed', ({ components: { schemas } }) => schemas.OrderStatus.enum.pop()],
  [
    'a problem is new',
    ({ paths }) => {
      paths['/orders'].post.responses[409] = { $ref: '#/components/responses/Conflict' };
    },
  ],
  ['a problem is removed', ({ paths }) => delete paths['/orders'].post.responses[422]],
  [
    'no credential is required',
    ({ paths }) => {
      paths['/products'].get.security = [];
    },
  ],
  [
    'another credential is accepted',
    ({ paths }) => paths['/products'].get.security.push({ customer: ['orders/read'] }),
  ],
  [
    'a schema is inlined with another description',
    ({ components: { schemas } }) => {
      schemas.OrderRequest.properties.lines.items = { ...schemas.OrderedLine, description: 'What is ordered.' };
    },
  ],
];

test.each(HARMLESS)('accepts that %s', (_description, change) => {
  expect(breaksOf(change)).toEqual([]);
});
