import { createLocalJWKSet } from 'jose';
import { PartnerTokens, withKey, withoutKey } from '../../client/partner-tokens.ts';
import { verifyPartnerToken } from '../../lambda/access/verify-partner-token.ts';
import { dev } from '../../lib/stages/dev.ts';

/** The signer of the demo, and a check of its tokens with the settings of dev. */
async function demoSigner() {
  const tokens = await PartnerTokens.of(dev.partners, 'demo-partner');
  const { issuer, audience } = dev.partners;
  const keyOf = createLocalJWKSet(withKey({ keys: [] }, tokens.key));
  const verify = (token: string) => verifyPartnerToken(token, { keyOf, issuer, audience, now: () => new Date() });
  return { tokens, verify };
}

test("the demo partner's token is accepted", async () => {
  const { tokens, verify } = await demoSigner();
  expect(await verify(await tokens.sign({ jti: 'a-token' }))).toEqual({
    kind: 'VERIFIED',
    subject: 'demo-partner',
    tokenId: 'a-token',
  });
});

test('an expired token is refused as expired', async () => {
  const { tokens, verify } = await demoSigner();
  expect(await verify(await tokens.signExpired())).toEqual({ kind: 'REFUSED', reason: 'ERR_JWT_EXPIRED: exp' });
});

test('a token that another issuer signed is refused for its signature', async () => {
  const { tokens, verify } = await demoSigner();
  expect(await verify(await tokens.signForeign())).toEqual({
    kind: 'REFUSED',
    reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  });
});

test('its key is added to the key set once, and removed without affecting other keys', async () => {
  const { tokens: other } = await demoSigner();
  const { tokens } = await demoSigner();
  const others = { keys: [other.key, { kty: 'EC', kid: 'acme-2026' }] };
  const keySet = withKey(withKey(others, tokens.key), tokens.key);
  expect(keySet).toEqual({ keys: [...others.keys, tokens.key] });
  expect(withoutKey(keySet, tokens.key)).toEqual(others);
});

test('the key set never contains a private key', async () => {
  const { tokens } = await demoSigner();
  expect(tokens.key).not.toHaveProperty('d');
});
