import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { PARTNER } from '../../orders/domain/customer-id.ts';

/** The authorizer context of a request: of the user pool for a customer, of the Lambda authorizer for a partner. */
const authorized = z.union([
  z.object({ claims: z.object({ sub: z.string().min(1) }) }),
  z.object({ principalId: z.string().regex(PARTNER) }),
]);

/**
 * Returns the id under which the caller's orders are stored: of the customer who signed in, or of the partner.
 *
 * @throws Error if the request has no authorizer, which no route of this API allows
 */
export function customerOf(event: APIGatewayProxyEvent): string {
  const { data } = authorized.safeParse(event.requestContext.authorizer);
  if (!data) throw new Error('the authorizer of the request returned neither a customer nor a partner');
  return 'claims' in data ? data.claims.sub : data.principalId;
}
