import { createLocalJWKSet, exportSPKI, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { KeySetUnavailable, type VerifiedToken, verifyPartnerToken } from '../../lambda/access/verify-partner-token.ts';
import { AUDIENCE, ISSUER, NOW, tokenSigner, validClaims } from './partner-tokens.ts';

type Signer = Awaited<ReturnType<typeof tokenSigner>>;

const seconds = (count: number) => NOW.getTime() / 1_000 + count;
const verify = (token: string, { keySet }: Pick<Signer, 'keySet'>): Promise<VerifiedToken> =>
  verifyPartnerToken(token, {
    keyOf: createLocalJWKSet(keySet),
    issuer: ISSUER,
    audience: AUDIENCE,
    now: () => NOW,
  });

test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('accepts a valid token that is signed with %s', async (alg) => {
  const signer = await tokenSigner({ alg });
  expect(await verify(await signer.sign(), signer)).toEqual({
    kind: 'VERIFIED',
    subject: 'acme-shop',
    tokenId: 'token-1',
  });
});

test('accepts a token with several audiences if one is this platform', async () => {
  const signer = await tokenSigner();
  expect(await verify(await signer.sign({ aud: ['elsewhere', AUDIENCE] }), signer)).toMatchObject({ kind: 'VERIFIED' });
});

test.each<[string, JWTPayload, string]>([
  ['has expired', { exp: seconds(-6) }, 'ERR_JWT_EXPIRED: exp'],
  ['never expires', { exp: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: exp'],
  ['is not valid yet', { nbf: seconds(60) }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: nbf'],
  ['is of another issuer', { iss: 'https://evil.example.com' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: iss'],
  ['names no issuer', { iss: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: iss'],
  ['is for another audience', { aud: 'elsewhere' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: aud'],
  ['names no audience', { aud: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: aud'],
  ['has no id, so could not be revoked', { jti: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: jti'],
  ['has no subject', { sub: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED: sub'],
  ['has an empty id', { jti: '' }, 'the claims sub and jti must be strings of 1 to 255 characters'],
  ['has a subject that is not a string', { sub: 7 as unknown as string }, 'the claims sub and jti must be strings'],
  ['has an id longer than a key may be', { jti: 'x'.repeat(256) }, 'the claims sub and jti must be strings'],
])('refuses a token that %s', async (_, claims, reason) => {
  const signer = await tokenSigner();
  expect(await verify(await signer.sign(claims), signer)).toEqual({
    kind: 'REFUSED',
    reason: expect.stringContaining(reason),
  });
});

test('tolerates clocks that differ by five seconds', async () => {
  const signer = await tokenSigner();
  expect(await verify(await signer.sign({ exp: seconds(-4) }), signer)).toMatchObject({ kind: 'VERIFIED' });
});

test('refuses a token without a signature', async () => {
  const token = new UnsecuredJWT(validClaims()).encode();
  expect(await verify(token, await tokenSigner())).toMatchObject({ kind: 'REFUSED' });
});

test('refuses a token that uses the public key as an HMAC secret', async () => {
  const signer = await tokenSigner({ alg: 'RS256' });
  const secret = new TextEncoder().encode(await exportSPKI(signer.publicKey));
  const token = await new SignJWT(validClaims()).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(secret);
  expect(await verify(token, signer)).toEqual({ kind: 'REFUSED', reason: 'ERR_JOSE_ALG_NOT_ALLOWED' });
});

test('refuses a token signed with a key that is not in the set', async () => {
  const stranger = await tokenSigner({ kid: 'unknown' });
  expect(await verify(await stranger.sign(), await tokenSigner())).toEqual({
    kind: 'REFUSED',
    reason: 'ERR_JWKS_NO_MATCHING_KEY',
  });
});

test('refuses a token that names a key of the set and is signed with another', async () => {
  const stranger = await tokenSigner();
  expect(await verify(await stranger.sign(), await tokenSigner())).toEqual({
    kind: 'REFUSED',
    reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  });
});

test('refuses a token whose claims were changed after it was signed', async () => {
  const signer = await tokenSigner();
  const [header, , signature] = (await signer.sign()).split('.');
  const claims = Buffer.from(JSON.stringify({ ...validClaims(), sub: 'another' })).toString('base64url');
  expect(await verify(`${header}.${claims}.${signature}`, signer)).toMatchObject({ kind: 'REFUSED' });
});

test('refuses a token with an unknown critical extension', async () => {
  const signer = await tokenSigner();
  const [, claims, signature] = (await signer.sign()).split('.');
  const header = { alg: 'ES256', kid: 'key-1', crit: ['urgent'], urgent: true };
  const token = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${claims}.${signature}`;
  expect(await verify(token, signer)).toMatchObject({ kind: 'REFUSED' });
});

test.each(['..', 'a.b.c', 'e30.e30.e30', '.....'])('refuses %s, which is not a token', async (text) => {
  expect(await verify(text, await tokenSigner())).toMatchObject({ kind: 'REFUSED' });
});

test('does not include the token in the reason', async () => {
  const signer = await tokenSigner();
  const token = await signer.sign({ sub: 'acme-shop', aud: 'elsewhere' });
  const refused = JSON.stringify(await verify(token, signer));
  for (const part of [...token.split('.'), 'acme-shop', 'elsewhere']) expect(refused).not.toContain(part);
});

test('throws an error while the key set is unavailable', async () => {
  const { sign } = await tokenSigner();
  const keyOf = () => Promise.reject(new TypeError('fetch failed'));
  const rules = { keyOf, issuer: ISSUER, audience: AUDIENCE, now: () => NOW };
  await expect(verifyPartnerToken(await sign(), rules)).rejects.toThrow(KeySetUnavailable);
});
