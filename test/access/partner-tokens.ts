import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { partnersConfig } from '../../lib/stages/partners-config.ts';
import { prod } from '../../lib/stages/prod.ts';

/** The time of the tests. */
export const NOW = new Date('2026-03-02T10:00:00Z');

export const { issuer: ISSUER, audience: AUDIENCE } = partnersConfig.parse(prod.partners);

/** A signer of tokens of partners: its key set, and valid tokens or tokens with changes. */
export async function tokenSigner({ alg = 'ES256', kid = 'key-1' } = {}) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const key: JWK = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
  return {
    publicKey,
    keySet: { keys: [key] },
    sign: (different: JWTPayload = {}, header: object = {}) =>
      new SignJWT({ ...validClaims(), ...different }).setProtectedHeader({ alg, kid, ...header }).sign(privateKey),
  };
}

/** Valid claims. */
export function validClaims(): JWTPayload {
  const now = NOW.getTime() / 1_000;
  return { iss: ISSUER, aud: AUDIENCE, sub: 'acme-shop', jti: 'token-1', iat: now - 60, exp: now + 600 };
}
