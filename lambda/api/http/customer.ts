import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';

/** The prefix keeps partners apart from customers, whose `sub` is a UUID. */
const PARTNER = /^partner-./;

/** What an authorizer says of whoever sent a request: the user pool's of a customer, ours of a partner. */
const authorized = z.union([
  z.object({ claims: z.object({ sub: z.string().min(1) }) }),
  z.object({ principalId: z.string().regex(PARTNER) }),
]);

/**
 * Whose orders a request is about: the customer who signed in, or the partner.
 *
 * @throws Error where neither was authorized, which no route of this API allows
 */
export function customerOf(event: APIGatewayProxyEvent): string {
  const { data } = authorized.safeParse(event.requestContext.authorizer);
  if (!data) throw new Error('the request carries no customer and no partner: which authorizer does its route have?');
  return 'claims' in data ? data.claims.sub : data.principalId;
}

/** Whether a customer id is a partner's. */
export function isPartner(customerId: string): boolean {
  return PARTNER.test(customerId);
}
