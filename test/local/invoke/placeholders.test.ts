import { fillPlaceholders } from '../../../local/invoke/placeholders.ts';

const VALUES = {
  orderId: async (status = 'LATEST') => `order-${status}`,
  order: async () => ({ total: 2_500 }),
};

test.each([
  ['{{orderId}}', 'order-LATEST'],
  ['{{orderId SHIPPED}}-purchase', 'order-SHIPPED-purchase'],
  ['/orders/{{orderId}}/of/{{orderId SHIPPED}}', '/orders/order-LATEST/of/order-SHIPPED'],
  ['{{order}}', { total: 2_500 }],
  [
    { a: [{ b: '{{order}}' }], n: null, t: true },
    { a: [{ b: { total: 2_500 } }], n: null, t: true },
  ],
  [{ body: { $json: { of: '{{orderId}}' } } }, { body: '{"of":"order-LATEST"}' }],
  [{ data: { $base64: '{{order}}' } }, { data: Buffer.from('{"total":2500}').toString('base64') }],
  [
    { $json: 1, other: 2 },
    { $json: 1, other: 2 },
  ],
])('fills in %j', async (event, filled) => {
  await expect(fillPlaceholders(event, VALUES)).resolves.toEqual(filled);
});

test('refuses an unknown placeholder and lists the known ones', async () => {
  await expect(fillPlaceholders(['{{orderID}}'], VALUES)).rejects.toThrow(
    '{{orderID}} is no placeholder of an event: order, orderId',
  );
});
