import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';

/** The permitted algorithms, all asymmetric, so that only the issuer can sign. https://www.rfc-editor.org/rfc/rfc8725#section-3.1 */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** The permitted difference between the clocks of the issuer and of Lambda. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** The claims that are used as keys of tables. */
const claims = z.object({ sub: z.string().min(1).max(255), jti: z.string().min(1).max(255) });

/** The rules that a token must satisfy. */
export interface TokenRules {
  /** Returns the key that a token names. */
  readonly keyOf: JWTVerifyGetKey;
  /** The required issuer. */
  readonly issuer: string;
  /** The required audience. */
  readonly audience: string;
  readonly now: () => Date;
}

/** The verified claims of a token, or the reason of its refusal, which contains no part of the token. */
export type VerifiedToken =
  | { readonly kind: 'VERIFIED'; readonly subject: string; readonly tokenId: string }
  | { readonly kind: 'REFUSED'; readonly reason: string };

/** Error if the keys are unavailable, so that the token can be neither accepted nor refused. */
export class KeySetUnavailable extends Error {
  override readonly name = 'KeySetUnavailable';
}

/**
 * Verifies a partner's token: signature, issuer, audience, expiry, and the presence of a subject and a token id.
 *
 * @throws KeySetUnavailable if the keys are unavailable
 */
export async function verifyPartnerToken(token: string, rules: TokenRules): Promise<VerifiedToken> {
  try {
    const { payload } = await jwtVerify(token, orKeySetUnavailable(rules.keyOf), {
      algorithms: ALGORITHMS,
      issuer: rules.issuer,
      audience: rules.audience,
      requiredClaims: ['exp', 'sub', 'jti'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: rules.now(),
    });
    const read = claims.safeParse(payload);
    if (!read.success)
      return { kind: 'REFUSED', reason: 'the claims sub and jti must be strings of 1 to 255 characters' };
    return { kind: 'VERIFIED', subject: read.data.sub, tokenId: read.data.jti };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { kind: 'REFUSED', reason: reasonOf(error) };
    throw error;
  }
}

/** Throws `KeySetUnavailable` unless the key set was read: an unknown key is a problem of the token. */
function orKeySetUnavailable(keyOf: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keyOf(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeySetUnavailable("the key set of the partners' tokens is unavailable", { cause: error });
    }
  };
}

/** Returns the error code of the library and the claim in question. */
function reasonOf(error: errors.JOSEError): string {
  const claim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
  return claim ? `${error.code}: ${error.claim}` : error.code;
}
