import type { APIGatewayProxyEvent } from 'aws-lambda';

/**
 * Who sent a request: the unique id of the user or role that signed it, without the name of the role's session.
 *
 * @throws Error where the request is unsigned, which no route of this API allows
 */
export function customerOf(event: APIGatewayProxyEvent): string {
  const caller = event.requestContext.identity.caller;
  if (!caller) throw new Error('the request carries no caller: is its route authorized by IAM?');
  return caller.split(':')[0] as string;
}
