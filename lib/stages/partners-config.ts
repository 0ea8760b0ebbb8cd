import { z } from 'zod';

const https = z.url({ protocol: /^https$/, error: 'an address that begins with https://' });

const keySet = z.discriminatedUnion('kind', [
  /** A secret of the stage holds it, as a JSON Web Key Set. */
  z.strictObject({ kind: z.literal('secret') }),
  /** The partners' identity provider publishes it. */
  z.strictObject({ kind: z.literal('jwks'), url: https }),
]);

/** Who vouches for partners, and how their tokens are checked. */
export const partnersConfig = z.strictObject({
  /** What a partner's token must name as its issuer. */
  issuer: https,
  /** What a partner's token must name as its audience. */
  audience: z.string().min(1).max(255),
  /** The keys that partners' tokens are signed with. */
  keySet,
  /**
   * How long the authorizer's answer is kept: as long, a revoked token goes on working.
   * https://docs.aws.amazon.com/apigateway/latest/api/API_Authorizer.html
   */
  authorizerCacheSeconds: z.int().min(1).max(3_600),
});

/** Who vouches for partners, and how their tokens are checked. */
export type PartnersConfig = z.infer<typeof partnersConfig>;
