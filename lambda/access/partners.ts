import * as z from 'zod';
import { entry } from '../platform/settings.ts';

/** The function that authorizes partners. */
export const authorizePartnerEntry = entry(
  'access/authorize-partner',
  ['PARTNER_ISSUER', 'PARTNER_AUDIENCE', 'PARTNERS_TABLE', 'REVOKED_PARTNER_TOKENS_TABLE', 'PARTNER_ROUTES'],
  ['PARTNER_KEY_SET_URL', 'PARTNER_KEY_SET_SECRET'],
);

/** A partner, under one of the subjects that its tokens may name. */
export const partner = z.object({
  /** The subject (`sub`) of the partner's tokens. */
  subject: z.string(),
  /** The partner's id. It is part of the customer id of its orders, and so of the keys of its invoices. */
  partnerId: z.string().regex(/^[\w-]{1,64}$/, '1 to 64 letters, digits, hyphens and underscores'),
  /** The ids of the operations that the partner may call. */
  entitlements: z.array(z.string()),
  /** Permits the partner to call its operations. */
  active: z.boolean(),
});

/** A partner, under one of the subjects that its tokens may name. */
export type Partner = z.infer<typeof partner>;

/** The registered partners. */
export interface Partners {
  /** Returns the partner with a subject. */
  find(subject: string): Promise<Partner | undefined>;
}

/** The revoked tokens that have not expired. */
export interface Revocations {
  /** Returns true if the token with this `jti` is revoked. */
  includes(tokenId: string): Promise<boolean>;
}
