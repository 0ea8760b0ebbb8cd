import { createLocalJWKSet } from 'jose';
import { type AuthorizePartnerPorts, authorizePartner } from '../../lambda/access/authorize-partner.ts';
import type { Partner } from '../../lambda/access/partners.ts';
import { AUDIENCE, ISSUER, NOW, tokenSigner } from './partner-tokens.ts';

const ACME: Partner = { subject: 'acme-shop', partnerId: 'acme', entitlements: ['placePartnerOrder'], active: true };

/** An API with one partner and the signer of its tokens, with the given changes. */
async function withPartner({ partner, ...different }: Partial<AuthorizePartnerPorts> & { partner?: Partial<Partner> }) {
  const signer = await tokenSigner();
  const ports: AuthorizePartnerPorts = {
    keyOf: createLocalJWKSet(signer.keySet),
    issuer: ISSUER,
    audience: AUDIENCE,
    now: () => NOW,
    partners: { find: async (subject) => (subject === ACME.subject ? { ...ACME, ...partner } : undefined) },
    revocations: { includes: async () => false },
    routes: { placePartnerOrder: 'POST/partner/orders', listPartnerOrders: 'GET/partner/orders' },
    ...different,
  };
  const authorize = async (claims = {}) => authorizePartner(ports, `Bearer ${await signer.sign(claims)}`);
  return { signer, ports, authorize };
}

test('allows a partner the routes that it is entitled to', async () => {
  const { authorize } = await withPartner({});
  expect(await authorize()).toEqual({ kind: 'ALLOWED', partnerId: 'acme', routes: ['POST/partner/orders'] });
});

test('accepts the scheme of the header in lower case', async () => {
  const { signer, ports } = await withPartner({});
  expect(await authorizePartner(ports, `bearer ${await signer.sign()}`)).toMatchObject({ kind: 'ALLOWED' });
});

test.each([undefined, '', 'Bearer', 'Bearer ', 'Basic YWNtZTphY21l', 'Bearer abc', 'Bearer a.b.c d'])(
  'refuses the header %p',
  async (header) => {
    const { ports } = await withPartner({});
    expect(await authorizePartner(ports, header)).toMatchObject({ kind: 'REFUSED' });
  },
);

test('refuses an expired token without looking the partner up', async () => {
  const lookedUp: string[] = [];
  const find = async (subject: string) => {
    lookedUp.push(subject);
    return undefined;
  };
  const { authorize } = await withPartner({ partners: { find } });
  expect(await authorize({ exp: 1 })).toEqual({ kind: 'REFUSED', reason: 'ERR_JWT_EXPIRED: exp' });
  expect(lookedUp).toEqual([]);
});

test('refuses a token that is revoked, by its id', async () => {
  const { authorize } = await withPartner({ revocations: { includes: async (id) => id === 'stolen' } });
  expect(await authorize({ jti: 'stolen' })).toEqual({ kind: 'REFUSED', reason: 'the token is revoked' });
  expect(await authorize({ jti: 'token-2' })).toMatchObject({ kind: 'ALLOWED' });
});

test('refuses a subject that is not a partner', async () => {
  const { authorize } = await withPartner({});
  expect(await authorize({ sub: 'nobody' })).toMatchObject({ kind: 'REFUSED' });
});

test.each<[string, Partial<Partner>]>([
  ['is not active', { active: false }],
  ['is entitled to nothing', { entitlements: [] }],
  ['is entitled only to unknown operations', { entitlements: ['toString', 'deleteEverything'] }],
])('denies everything to a partner that %s', async (_, partner) => {
  const { authorize } = await withPartner({ partner });
  expect(await authorize()).toMatchObject({ kind: 'DENIED', partnerId: 'acme' });
});

const unavailable = async () => {
  throw new Error('is unavailable');
};

test.each<[string, Partial<AuthorizePartnerPorts>]>([
  ['keys', { keyOf: unavailable }],
  ['partners', { partners: { find: unavailable } }],
  ['revocations', { revocations: { includes: unavailable } }],
])('throws while the %s are unavailable', async (_, ports) => {
  const { authorize } = await withPartner(ports);
  await expect(authorize()).rejects.toThrow('is unavailable');
});
