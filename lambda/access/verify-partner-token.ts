import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';

/** What proves who signed, as against what proves that somebody knows a shared or public text. https://www.rfc-editor.org/rfc/rfc8725#section-3.1 */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** How much the clocks of the issuer and of Lambda may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Both are keys of tables, and no issuer needs more. */
const claims = z.object({ sub: z.string().min(1).max(255), jti: z.string().min(1).max(255) });

/** What a token is checked against. */
export interface TokenRules {
  /** The key that a token says it was signed with. */
  readonly keyOf: JWTVerifyGetKey;
  /** What it must name as its issuer. */
  readonly issuer: string;
  /** What it must name as its audience. */
  readonly audience: string;
  readonly now: () => Date;
}

/** What a token says, once it is known to be true; or why it is refused, without any part of it. */
export type VerifiedToken =
  | { readonly kind: 'VERIFIED'; readonly subject: string; readonly tokenId: string }
  | { readonly kind: 'REFUSED'; readonly reason: string };

/** The keys cannot be had: nothing is known of the token. */
export class KeySetUnavailable extends Error {
  override readonly name = 'KeySetUnavailable';
}

/**
 * Checks a partner's token: its signature, issuer, audience and time, and that it says whose it is and which.
 *
 * @throws KeySetUnavailable where the keys cannot be had
 */
export async function verifyPartnerToken(token: string, rules: TokenRules): Promise<VerifiedToken> {
  try {
    const { payload } = await jwtVerify(token, orUnavailable(rules.keyOf), {
      algorithms: ALGORITHMS,
      issuer: rules.issuer,
      audience: rules.audience,
      requiredClaims: ['exp', 'sub', 'jti'],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: rules.now(),
    });
    const read = claims.safeParse(payload);
    if (!read.success)
      return { kind: 'REFUSED', reason: 'the claims sub and jti must be texts of 1 to 255 characters' };
    return { kind: 'VERIFIED', subject: read.data.sub, tokenId: read.data.jti };
  } catch (error) {
    if (error instanceof errors.JOSEError) return { kind: 'REFUSED', reason: reasonOf(error) };
    throw error;
  }
}

/** Tells a key set that has no such key, which is the token's fault, from one that cannot be had. */
function orUnavailable(keyOf: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await keyOf(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeySetUnavailable("the key set of the partners' tokens cannot be had", { cause: error });
    }
  };
}

/** The library's code, and the claim that it is about. */
function reasonOf(error: errors.JOSEError): string {
  const claim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
  return claim ? `${error.code}: ${error.claim}` : error.code;
}
