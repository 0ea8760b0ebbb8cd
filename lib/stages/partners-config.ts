import { z } from 'zod';
import { httpsUrl } from './https-url.ts';

const keySet = z.discriminatedUnion('kind', [
  /** A JSON Web Key Set in a secret of the stage. */
  z.strictObject({ kind: z.literal('secret') }),
  /** A JSON Web Key Set that the partners' identity provider publishes. */
  z.strictObject({ kind: z.literal('jwks'), url: httpsUrl }),
]);

/** Configuration of the partners' tokens: their issuer and how they are verified. */
export const partnersConfig = z.strictObject({
  /** The required issuer (`iss`) of a partner's token. */
  issuer: httpsUrl,
  /** The required audience (`aud`) of a partner's token. */
  audience: z.string().min(1).max(255),
  /** The source of the keys that verify the tokens' signatures. */
  keySet,
  /**
   * The time in seconds for which API Gateway caches the authorizer's response. A revoked token may be accepted for
   * that time.
   * https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html
   */
  authorizerCacheSeconds: z.int().min(1).max(3_600),
});

/** Configuration of the partners' tokens: their issuer and how they are verified. */
export type PartnersConfig = z.infer<typeof partnersConfig>;
