import type { Partners, Revocations } from './partners.ts';
import { type TokenRules, verifyPartnerToken } from './verify-partner-token.ts';

/** Dependencies of `authorizePartner`. */
export interface AuthorizePartnerPorts extends TokenRules {
  readonly partners: Partners;
  readonly revocations: Revocations;
  /** The routes that partners may be entitled to, as they stand in the ARN of a method, by operation. */
  readonly routes: Readonly<Record<string, string>>;
}

/** The result: permitted operations of a partner, a known partner without permissions, or a refused token. */
export type PartnerAuthorization =
  | { readonly kind: 'ALLOWED'; readonly partnerId: string; readonly routes: readonly string[] }
  | { readonly kind: 'DENIED'; readonly partnerId: string; readonly reason: string }
  | { readonly kind: 'REFUSED'; readonly reason: string };

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;

/**
 * Determines the permissions of a partner from an `Authorization` header.
 *
 * @throws Error if the keys, the partners or the revocations are unavailable
 */
export async function authorizePartner(
  ports: AuthorizePartnerPorts,
  authorization: string | undefined,
): Promise<PartnerAuthorization> {
  const [, token] = BEARER.exec(authorization ?? '') ?? [];
  if (!token) return { kind: 'REFUSED', reason: 'the Authorization header contains no bearer token' };
  const verified = await verifyPartnerToken(token, ports);
  if (verified.kind === 'REFUSED') return verified;

  const [revoked, partner] = await Promise.all([
    ports.revocations.includes(verified.tokenId),
    ports.partners.find(verified.subject),
  ]);
  if (revoked) return { kind: 'REFUSED', reason: 'the token is revoked' };
  if (!partner) return { kind: 'REFUSED', reason: 'no partner has the subject of the token' };

  const { partnerId } = partner;
  if (!partner.active) return { kind: 'DENIED', partnerId, reason: 'the partner is not active' };
  const routes = Object.entries(ports.routes).flatMap(([id, route]) =>
    partner.entitlements.includes(id) ? route : [],
  );
  if (routes.length === 0) return { kind: 'DENIED', partnerId, reason: 'the partner is not entitled to any operation' };
  return { kind: 'ALLOWED', partnerId, routes };
}
