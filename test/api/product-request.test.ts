import { readBody } from '../../lambda/api/http/read-request.ts';
import { productRequest } from '../../lambda/orders/products/product.ts';
import { anEvent } from './an-event.ts';
import { named, refusalOf } from './refusal-of.ts';

describe('a product', () => {
  const PRODUCT = { name: 'Cup', warehouse: 'north', unitPrice: 1, currency: 'EUR' };
  const read = (different: object) =>
    readBody(anEvent({ body: JSON.stringify({ ...PRODUCT, ...different }) }), productRequest);

  test.each(named("Ann's cup", 'Tasse à café', '茶碗', '🍵', 'a\\b', '<b>', '#set($x)', 'x'.repeat(200)))(
    'may have the name %s',
    (_, name) => {
      expect(read({ name })).toEqual({ value: { ...PRODUCT, name } });
    },
  );

  test.each([
    ['name', ''],
    ['name', ' cup'],
    ['name', 'a\nb'],
    ['name', 'a\u0000b'],
    ['name', '\ud800'],
    ['name', 'x'.repeat(201)],
    ['name', 'x'.repeat(90_000)],
    ['warehouse', ''],
    ['warehouse', '../north'],
    ['warehouse', 'x'.repeat(65)],
    ['unitPrice', -1],
    ['unitPrice', 0.5],
    ['unitPrice', 1_000_000_001],
    ['unitPrice', '1'],
    ['currency', 'euro'],
    ['initialStock', -1],
    ['initialStock', null],
  ])('is refused with %s %p', (field, value) => {
    expect(refusalOf(read({ [field]: value }))).toMatchObject({ statusCode: 400 });
    expect(refusalOf(read({ [field]: value })).errors[0].field).toBe(field);
  });
});
