import { partner } from '../../lambda/access/partners.ts';

const ACME = { subject: 'acme-shop', partnerId: 'acme', entitlements: ['placePartnerOrder'], active: true };

test('accepts a partner as it is stored', () => {
  expect(partner.parse(ACME)).toEqual(ACME);
});

test.each<[string, object]>([
  ['with a path in its id', { partnerId: '../other' }],
  ['without an id', { partnerId: '' }],
  ['without a value for active', { active: undefined }],
  ['with a text for active', { active: 'false' }],
  ['without entitlements', { entitlements: undefined }],
])('refuses a partner %s', (_, different) => {
  expect(partner.safeParse({ ...ACME, ...different }).success).toBe(false);
});
