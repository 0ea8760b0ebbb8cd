import * as z from 'zod';

/** A partner, as one of the subjects that the issuer of tokens knows it by. */
export const partner = z.object({
  /** What the partner's tokens name as their subject. */
  subject: z.string(),
  /** Part of the customer id of the partner's orders, and so of the keys of its invoices. */
  partnerId: z.string().regex(/^[\w-]{1,64}$/, '1 to 64 letters, digits, hyphens and underscores'),
  /** The operations the partner may call, by their ids. */
  entitlements: z.array(z.string()),
  /** Whether the partner may call anything at all. */
  active: z.boolean(),
});

/** A partner, as one of the subjects that the issuer of tokens knows it by. */
export type Partner = z.infer<typeof partner>;

/** The partners there are. */
export interface Partners {
  /** The partner whose tokens name a subject. */
  find(subject: string): Promise<Partner | undefined>;
}

/** The tokens that are good no longer, although they have not expired. */
export interface Revocations {
  /** Whether a token, by its `jti`, is revoked. */
  includes(tokenId: string): Promise<boolean>;
}
