import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { problem } from '../http/problem.ts';
import type { Read } from '../http/read-request.ts';
import { ORDER_ID } from '../http/request-parameters.ts';
import { repeated } from '../http/request-problems.ts';

/** The number of the order in a request's path; what is no number of any order is an order nobody has. */
export function readOrderId(event: APIGatewayProxyEvent, notFound = noSuchOrder): Read<string> {
  const orderId = event.pathParameters?.orderId ?? '';
  return ORDER_ID.test(orderId) ? { value: orderId } : { refusal: notFound(repeated(orderId)) };
}

/** The answer to a customer who asks for an order that is another's, or nobody's: the same, so that numbers tell nothing. */
export function noSuchOrder(orderId: string): APIGatewayProxyResult {
  return problem(404, `There is no order ${orderId} of yours.`);
}

/** The refusal of a request about an order: the caller has no such order, or the state of the order forbids it. */
export type Refusal = { readonly kind: 'NOT_FOUND' } | { readonly kind: 'REFUSED'; readonly reason: string };

/** The answer to a request that was refused. */
export function requestRefused(orderId: string, refusal: Refusal): APIGatewayProxyResult {
  return refusal.kind === 'NOT_FOUND' ? noSuchOrder(orderId) : problem(409, refusal.reason);
}
