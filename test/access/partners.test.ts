import { partner } from '../../lambda/access/partners.ts';

const ACME = { subject: 'acme-shop', partnerId: 'acme', entitlements: ['placePartnerOrder'], active: true };

test('accepts a partner as it is stored', () => {
  expect(partner.parse(ACME)).toEqual(ACME);
});

test.each<[string, object]>([
  ['whose id would lead elsewhere in a key', { partnerId: '../other' }],
  ['without an id', { partnerId: '' }],
  ['that does not say whether it is active', { active: undefined }],
  ['whose activity is a text', { active: 'false' }],
  ['without entitlements', { entitlements: undefined }],
])('refuses a partner %s', (_, different) => {
  expect(partner.safeParse({ ...ACME, ...different }).success).toBe(false);
});
