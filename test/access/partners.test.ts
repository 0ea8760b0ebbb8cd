import { partner } from '../../lambda/access/partners.ts';

const ACME = { subject: 'acme-shop', partnerId: 'acme', entitlements: ['placePartnerOrder'], active: true };

test('takes a partner as it is recorded', () => {
  expect(partner.parse(ACME)).toEqual(ACME);
});

test.each<[string, object]>([
  ['whose id would lead elsewhere in a key', { partnerId: '../other' }],
  ['without an id', { partnerId: '' }],
  ['that does not say whether it is active', { active: undefined }],
  ['whose activity is a text', { active: 'false' }],
  ['without entitlements', { entitlements: undefined }],
])('takes no partner %s', (_, different) => {
  expect(partner.safeParse({ ...ACME, ...different }).success).toBe(false);
});
