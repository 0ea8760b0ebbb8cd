import { breaksOf, type Change } from './changed-document.ts';

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
